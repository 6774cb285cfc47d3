package com.automatrix.ai.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what a definition does, by rules alone. */
final class DefinitionWords {

    private static final int MOST_STEPS = 25;

    private DefinitionWords() {}

    static String of(Map<String, Object> definition) {
        List<String> triggers = objects(definition.get("triggers")).stream()
                .map(DefinitionWords::trigger)
                .toList();
        String starts = triggers.isEmpty()
                ? "It starts when a person or another system asks for it."
                : "It starts " + String.join(", or ", triggers) + ".";
        Map<String, Map<String, Object>> nodes = new LinkedHashMap<>();
        objects(definition.get("nodes")).forEach(node -> nodes.put(text(node, "id"), node));
        List<String> steps = nodes.values().stream()
                .limit(MOST_STEPS)
                .map(node -> step(node, nodes, objects(definition.get("edges"))))
                .collect(Collectors.toCollection(ArrayList::new));
        if (nodes.size() > MOST_STEPS) {
            steps.add("- and " + (nodes.size() - MOST_STEPS) + " further steps.");
        }
        return starts + " Its steps:\n" + String.join("\n", steps);
    }

    private static String trigger(Map<String, Object> trigger) {
        return switch (text(trigger, "type")) {
            case "event" ->
                "for each event " + text(trigger, "eventType")
                        + (trigger.containsKey("filter") ? " that its filter lets through" : "");
            case "schedule" ->
                trigger.containsKey("every")
                        ? "every " + text(trigger, "every")
                        : "at the times of the schedule " + text(trigger, "cron");
            case "webhook" -> "when its webhook is called";
            default -> "by " + text(trigger, "type");
        };
    }

    private static String step(
            Map<String, Object> node, Map<String, Map<String, Object>> nodes, List<Map<String, Object>> edges) {
        String ways = edges.stream()
                .filter(edge -> text(edge, "source").equals(text(node, "id")))
                .map(edge -> way(text(edge, "sourceHandle")) + name(nodes.getOrDefault(text(edge, "target"), Map.of())))
                .collect(Collectors.joining("; "));
        return "- " + name(node) + " (" + text(node, "type") + ")" + (ways.isEmpty() ? "." : ", then " + ways + ".");
    }

    private static String way(String handle) {
        return handle.isEmpty() || handle.equals("out") ? "" : "if " + handle + ": ";
    }

    private static String name(Map<String, Object> node) {
        String name = text(node, "name");
        return "“" + (name.isEmpty() ? text(node, "id") : name) + "”";
    }

    private static String text(Map<String, Object> object, String key) {
        Object value = object.get(key);
        return value == null ? "" : value.toString();
    }

    private static List<Map<String, Object>> objects(@org.jspecify.annotations.Nullable Object value) {
        List<Map<String, Object>> objects = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> map) {
                    Map<String, Object> object = new LinkedHashMap<>();
                    map.forEach((key, inner) -> object.put(String.valueOf(key), inner));
                    objects.add(object);
                }
            }
        }
        return objects;
    }
}
