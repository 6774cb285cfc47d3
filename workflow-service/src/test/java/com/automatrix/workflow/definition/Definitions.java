package com.automatrix.workflow.definition;

import com.automatrix.contracts.json.ContractJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/** Builds definitions for tests, leaving out what does not matter. */
final class Definitions {

    private final List<Map<String, Object>> triggers = new ArrayList<>();
    private final List<Map<String, Object>> nodes = new ArrayList<>();
    private final List<Map<String, Object>> edges = new ArrayList<>();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Map<String, Object> input = new LinkedHashMap<>();

    static Definitions definition() {
        return new Definitions();
    }

    static Map<String, Object> read(String json) {
        return ContractJson.events().readValue(json, new TypeReference<>() {});
    }

    Definitions transform(String id, Object value) {
        return node(id, "data.transform", Map.of("value", value));
    }

    Definitions node(String id, String type, Map<String, Object> config) {
        return node(id, type, config, Map.of());
    }

    Definitions node(String id, String type, Map<String, Object> config, Map<String, Object> more) {
        Map<String, Object> node = new LinkedHashMap<>(Map.of("id", id, "type", type, "config", config));
        node.putAll(more);
        nodes.add(node);
        return this;
    }

    Definitions edge(String source, String target) {
        edges.add(Map.of("source", source, "target", target));
        return this;
    }

    Definitions edge(String source, String handle, String target) {
        edges.add(Map.of("source", source, "sourceHandle", handle, "target", target));
        return this;
    }

    Definitions trigger(Map<String, Object> trigger) {
        triggers.add(trigger);
        return this;
    }

    /** An event of the catalogue, by its name without the version. */
    Definitions startedBy(String event) {
        return trigger(Map.of("id", "start", "type", "event", "eventType", "com.automatrix.%s.v1".formatted(event)));
    }

    /** The schema of the input. */
    Definitions input(String json) {
        input.putAll(read(json));
        return this;
    }

    Definitions setting(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("specVersion", "1");
        tree.put("triggers", triggers);
        tree.put("nodes", nodes);
        tree.put("edges", edges);
        if (!input.isEmpty()) {
            tree.put("input", input);
        }
        if (!settings.isEmpty()) {
            tree.put("settings", settings);
        }
        return tree;
    }
}
