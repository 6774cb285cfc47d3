package com.automatrix.gateway.apidoc;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An OpenAPI document of several: all paths, and every schema under a name of its own. */
final class MergedDocument {

    private static final String REFERENCE = "$ref";
    private static final String SCHEMA = "#/components/schemas/";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths = document.objectNode();
    private final ObjectNode components = document.objectNode();
    private final ObjectNode schemas = components.putObject("schemas");

    /**
     * Takes one in.
     *
     * @param service stands in front of the names of schemas that are others elsewhere
     */
    void add(String service, JsonNode added) {
        var own = added.path("components").path("schemas");
        var names = new HashSet<String>();
        own.propertyNames().stream()
                .filter(name -> schemas.has(name) && !isSame(name, own, new HashSet<>()))
                .forEach(names::add);
        document.set("openapi", added.path("openapi"));
        document.set("security", added.path("security"));
        copyInto(paths, added.path("paths"), service, names);
        own.properties()
                .forEach(schema -> schemas.set(
                        names.contains(schema.getKey()) ? named(service, schema.getKey()) : schema.getKey(),
                        renamed(schema.getValue(), service, names)));
        added.path("components").properties().stream()
                .filter(part -> !part.getKey().equals("schemas"))
                .forEach(part ->
                        copyInto(components.withObjectProperty(part.getKey()), part.getValue(), service, names));
    }

    /** To be read from the root of the gateway. */
    ObjectNode document() {
        var whole = document.objectNode();
        whole.set("openapi", document.path("openapi"));
        whole.putObject("info").put("title", "AutoMatrix AI Hub").put("version", "1");
        whole.putArray("servers").addObject().put("url", "/");
        whole.set("security", document.path("security"));
        whole.set("paths", paths);
        whole.set("components", components);
        return whole;
    }

    private static void copyInto(ObjectNode target, JsonNode source, String service, Set<String> names) {
        source.properties().forEach(entry -> target.set(entry.getKey(), renamed(entry.getValue(), service, names)));
    }

    /** Whether a schema means the same in both documents, with all that it refers to. */
    private boolean isSame(String name, JsonNode own, Set<String> seen) {
        return !seen.add(name)
                || (own.path(name).equals(schemas.path(name))
                        && own.path(name).findValuesAsString(REFERENCE).stream()
                                .filter(reference -> reference.startsWith(SCHEMA))
                                .allMatch(reference -> isSame(reference.substring(SCHEMA.length()), own, seen)));
    }

    private static JsonNode renamed(JsonNode value, String service, Set<String> names) {
        var copy = value.deepCopy();
        copy.findParents(REFERENCE).forEach(parent -> {
            var reference = parent.path(REFERENCE).asString("");
            if (reference.startsWith(SCHEMA) && names.contains(reference.substring(SCHEMA.length()))) {
                ((ObjectNode) parent).put(REFERENCE, SCHEMA + named(service, reference.substring(SCHEMA.length())));
            }
        });
        return copy;
    }

    private static String named(String service, String schema) {
        return service + "." + schema;
    }
}
