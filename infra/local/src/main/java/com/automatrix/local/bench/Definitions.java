package com.automatrix.local.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The workflows that are measured. Each step of a row counts on from the one before, so that none can be left out. */
final class Definitions {
    static final Map<String, Object> INPUT = Map.of("n", 0);
    static final String EVENT_TYPE = "com.automatrix.call.missed.v1";

    private Definitions() {}

    static Map<String, Object> inARow(int steps) {
        var nodes =
                IntStream.range(0, steps).mapToObj(Definitions::countingStep).toList();
        return definition(List.of(), nodes, edges(steps));
    }

    static Map<String, Object> inARow(int steps, String type, Map<String, Object> config) {
        var nodes = IntStream.range(0, steps)
                .mapToObj(i -> node(name(i), type, config))
                .toList();
        return definition(List.of(), nodes, edges(steps));
    }

    static Map<String, Object> parallel(int steps) {
        var nodes = IntStream.range(0, steps)
                .mapToObj(i -> transform(name(i), "{{ input.n + " + i + " }}"))
                .toList();
        return definition(List.of(), nodes, List.of());
    }

    static Map<String, Object> onEvent() {
        var trigger = Map.<String, Object>of("id", "event", "type", "event", "eventType", EVENT_TYPE);
        return definition(List.of(trigger), List.of(transform("note", "{{ input.callId }}")), List.of());
    }

    /** Starts for some of the events only. */
    static Map<String, Object> onEvent(String filter) {
        var trigger = Map.<String, Object>of(
                "id", "event", "type", "event", "eventType", EVENT_TYPE, "filter", "{{ " + filter + " }}");
        return definition(List.of(trigger), List.of(transform("note", "{{ input.callId }}")), List.of());
    }

    static Map<String, Object> waiting() {
        return definition(
                List.of(), List.of(node("wait", "flow.wait", Map.of("until", "{{ input.until }}"))), List.of());
    }

    private static Map<String, Object> countingStep(int i) {
        var before = i == 0 ? "input.n" : "steps." + name(i - 1) + ".output.n";
        return transform(name(i), "{{ " + before + " + 1 }}");
    }

    private static Map<String, Object> transform(String id, String expression) {
        return node(id, "data.transform", Map.of("value", Map.of("n", expression)));
    }

    private static Map<String, Object> node(String id, String type, Map<String, Object> config) {
        return Map.of("id", id, "type", type, "config", config);
    }

    private static List<Map<String, Object>> edges(int steps) {
        return IntStream.range(1, steps)
                .mapToObj(i -> Map.<String, Object>of("source", name(i - 1), "target", name(i)))
                .toList();
    }

    private static String name(int i) {
        return "s" + (i + 1);
    }

    private static Map<String, Object> definition(
            List<Map<String, Object>> triggers, List<Map<String, Object>> nodes, List<Map<String, Object>> edges) {
        return Map.of("specVersion", "1", "triggers", triggers, "nodes", nodes, "edges", edges);
    }
}
