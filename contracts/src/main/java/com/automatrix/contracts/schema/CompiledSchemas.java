package com.automatrix.contracts.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.resource.SchemaLoader;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Compiles schemas, once each: our own by name for good, other people's as long as they are in use. */
final class CompiledSchemas {

    private static final String FOLDER = "classpath:contracts/schema/";
    private static final String STANDARD = "https://json-schema.org/";
    private static final int KEPT = 500;

    /** The library's own knows a list of top-level domains, which refuses new ones and those for tests. */
    private static final String EMAIL = "^[^@\\s]+@[^@\\s.]+(?:\\.[^@\\s.]+)*$";

    private final SchemaRegistry registry = registry();
    private final Map<String, Schema> byIri = new ConcurrentHashMap<>();
    private final Map<Map<String, Object>, Schema> recent = new LinkedHashMap<>(16, 0.75f, true);

    Schema file(String name) {
        return iri(FOLDER + name);
    }

    Schema iri(String iri) {
        return byIri.computeIfAbsent(iri, key -> registry.getSchema(SchemaLocation.of(key)));
    }

    Schema of(Map<String, Object> schema, JsonNode tree) {
        synchronized (recent) {
            Schema known = recent.get(schema);
            if (known != null) {
                return known;
            }
        }
        // A registry keeps what it compiles, so that people's schemas get one of their own each.
        Schema compiled = registry().getSchema(tree);
        synchronized (recent) {
            recent.put(schema, compiled);
            recent.keySet().stream()
                    .limit(Math.max(0, recent.size() - KEPT))
                    .toList()
                    .forEach(recent::remove);
        }
        return compiled;
    }

    private static SchemaRegistry registry() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ROOT)
                .regularExpressionFactory(LinearPattern::compile)
                .build();
        SchemaLoader loader = SchemaLoader.builder()
                .fetchRemoteResources(false)
                .allow(CompiledSchemas::isOurs)
                .build();
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .format(PatternFormat.of("email", EMAIL, "format"))
                // Hints for the forms (x-ui, ...) and an author's own keywords say nothing about validity.
                .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
                .build();
        return SchemaRegistry.withDefaultDialect(
                dialect, builder -> builder.schemaRegistryConfig(config).schemaLoader(loader));
    }

    private static boolean isOurs(AbsoluteIri iri) {
        return iri.toString().startsWith(FOLDER) || iri.toString().startsWith(STANDARD);
    }
}
