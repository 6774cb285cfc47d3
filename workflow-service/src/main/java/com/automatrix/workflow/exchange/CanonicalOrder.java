package com.automatrix.workflow.exchange;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.steptype.StepTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Puts the fields of a document in the order of its schema, and those that it does not name after them in the order of
 * the alphabet, so that the same document is always the same text. Lists keep their order.
 */
final class CanonicalOrder {

    static final String DEFINITION = "workflow-definition.schema.json";
    static final String TEST_CASE = "test-case.schema.json";

    private static final String FOLDER = "/contracts/schema/";
    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf", "allOf");
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final Map<String, Map<?, ?>> files = new ConcurrentHashMap<>();

    /** A schema, and the document that its references are in. */
    private record Schema(Map<?, ?> document, Map<?, ?> fields) {}

    /**
     * Returns a copy in the right order.
     *
     * @param file the name of the schema's file
     */
    Map<String, Object> of(Map<String, Object> tree, String file) {
        Map<?, ?> schema = file(file);
        return object(tree, alternatives(new Schema(schema, schema)));
    }

    private @Nullable Object ordered(@Nullable Object tree, List<Schema> schemas) {
        return switch (tree) {
            case Map<?, ?> object -> object(object, schemas);
            case List<?> list -> list(list, below(schemas, "items"));
            case null, default -> tree;
        };
    }

    @SuppressWarnings("NullAway") // A field may be null.
    private Map<String, Object> object(Map<?, ?> object, List<Schema> schemas) {
        Set<String> names = new LinkedHashSet<>();
        schemas.forEach(schema -> fields(schema.fields(), "properties").keySet().stream()
                .map(String::valueOf)
                .filter(object::containsKey)
                .forEach(names::add));
        Set<String> others = new TreeSet<>();
        object.keySet().forEach(key -> others.add(String.valueOf(key)));
        names.addAll(others);

        Map<String, Object> ordered = new LinkedHashMap<>();
        for (String name : names) {
            ordered.put(name, ordered(object.get(name), field(object, name, schemas)));
        }
        return ordered;
    }

    @SuppressWarnings("NullAway") // An item may be null.
    private List<Object> list(List<?> list, List<Schema> schemas) {
        List<Object> ordered = new ArrayList<>();
        list.forEach(item -> ordered.add(ordered(item, schemas)));
        return ordered;
    }

    /** The schemas of a field; a step's config has that of its type. */
    private List<Schema> field(Map<?, ?> object, String name, List<Schema> schemas) {
        List<Schema> found = new ArrayList<>();
        for (Schema schema : schemas) {
            Map<?, ?> properties = fields(schema.fields(), "properties");
            Object property = properties.containsKey(name)
                    ? properties.get(name)
                    : schema.fields().get("additionalProperties");
            if (property instanceof Map<?, ?> fields) {
                found.addAll(alternatives(new Schema(schema.document(), fields)));
            }
        }
        if (name.equals("config") && object.get("type") instanceof String type) {
            StepTypes.builtIn()
                    .find(type)
                    .map(known -> new Schema(known.configSchema(), known.configSchema()))
                    .ifPresent(config -> found.addAll(alternatives(config)));
        }
        return found;
    }

    private List<Schema> below(List<Schema> schemas, String keyword) {
        List<Schema> found = new ArrayList<>();
        for (Schema schema : schemas) {
            if (schema.fields().get(keyword) instanceof Map<?, ?> fields) {
                found.addAll(alternatives(new Schema(schema.document(), fields)));
            }
        }
        return found;
    }

    /** The schema itself, what it refers to, and what it offers to choose from. */
    private List<Schema> alternatives(Schema schema) {
        Set<Schema> all = new LinkedHashSet<>();
        collect(schema, all);
        return List.copyOf(all);
    }

    private void collect(Schema schema, Set<Schema> all) {
        if (!all.add(schema)) {
            return;
        }
        if (schema.fields().get("$ref") instanceof String reference) {
            collect(resolved(schema.document(), reference), all);
        }
        for (String keyword : ALTERNATIVES) {
            if (schema.fields().get(keyword) instanceof List<?> choices) {
                choices.stream()
                        .filter(Map.class::isInstance)
                        .forEach(choice -> collect(new Schema(schema.document(), (Map<?, ?>) choice), all));
            }
        }
    }

    private Schema resolved(Map<?, ?> document, String reference) {
        int hash = reference.indexOf('#');
        Map<?, ?> target = hash <= 0 ? document : file(reference.substring(0, hash));
        Map<?, ?> at = target;
        for (String key : reference.substring(hash + 1).split("/", -1)) {
            at = key.isEmpty() ? at : fields(at, key);
        }
        return new Schema(target, at);
    }

    private Map<?, ?> file(String name) {
        return files.computeIfAbsent(name, CanonicalOrder::read);
    }

    private static Map<?, ?> read(String name) {
        try (InputStream file = CanonicalOrder.class.getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException("Expected %s on the class path, but it is missing".formatted(name));
            }
            return ContractJson.events().readValue(file, TREE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> fields(Map<?, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> fields ? fields : Map.of();
    }
}
