package com.automatrix.local.chaos;

import com.automatrix.local.bench.Workflow;
import com.automatrix.local.bench.Workflows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * The workflows that are executed, each with another way to wait. The last step of each gives {@code n}, the number that
 * its execution began with: a step that was left out or mixed up with another execution's shows in the output.
 */
final class Mix {
    private static final Map<String, Object> RETRY = Map.of("maxAttempts", 10, "initialInterval", "PT1S");

    private Mix() {}

    static List<Workflow> publish(Workflows workflows) {
        var all = new ArrayList<Workflow>();
        definitions().forEach((name, definition) -> all.add(workflows.publish(name, definition)));
        all.add(workflows.publish("chaos call", call(all.getFirst().id())));
        return all;
    }

    /** By their names; the one that calls another needs the id of the first. */
    static SequencedMap<String, Map<String, Object>> definitions() {
        var all = new LinkedHashMap<String, Map<String, Object>>();
        all.put("chaos steps", steps());
        all.put("chaos workers", workers());
        all.put("chaos wait", wait("PT2S"));
        all.put("chaos foreach", foreach());
        all.put("chaos repeat", repeat());
        all.put("chaos queue", queue());
        return all;
    }

    private static Map<String, Object> steps() {
        var nodes = new ArrayList<Map<String, Object>>();
        IntStream.range(0, 9).forEach(i -> nodes.add(transform("s" + i, i == 0 ? "input.n" : output("s" + (i - 1)))));
        nodes.add(transform("last", output("s8")));
        return inARow(nodes);
    }

    private static Map<String, Object> workers() {
        return inARow(List.of(
                echo("one", "input.n"), echo("two", echoed("one")), echo("three", echoed("two")), last("three")));
    }

    private static Map<String, Object> wait(String duration) {
        return inARow(List.of(
                echo("before", "input.n"),
                node("pause", "flow.wait", Map.of("duration", duration)),
                transform("last", echoed("before"))));
    }

    private static Map<String, Object> foreach() {
        var nodes = new ArrayList<Map<String, Object>>();
        var config = Map.<String, Object>of(
                "items", "{{ [1..5] }}", "parallel", 2, "output", "{{ steps.ask.output.value.n }}");
        nodes.add(node("loop", "flow.foreach", config));
        nodes.add(inside("loop", echo("ask", "input.n * item")));
        nodes.add(transform("last", "$sum(steps.loop.output) / 15"));
        return definition(nodes, List.of(edge("loop", "last")));
    }

    private static Map<String, Object> repeat() {
        var nodes = new ArrayList<Map<String, Object>>();
        nodes.add(node("loop", "flow.repeat", Map.of("until", "{{ index = 2 }}", "delay", "PT1S")));
        nodes.add(inside("loop", echo("ask", "input.n + index")));
        nodes.add(transform("last", "steps.loop.output.ask.value.n - 2"));
        return definition(nodes, List.of(edge("loop", "last")));
    }

    private static Map<String, Object> queue() {
        var concurrency = Map.of("key", "{{ input.n % 20 }}", "limit", 2, "policy", "QUEUE");
        var definition = new LinkedHashMap<>(inARow(List.of(echo("one", "input.n"), last("one"))));
        definition.put("settings", Map.of("concurrency", concurrency));
        return definition;
    }

    static Map<String, Object> call(String workflow) {
        var config = Map.<String, Object>of("workflowId", workflow, "input", Map.of("n", "{{ input.n }}"));
        return inARow(List.of(node("call", "flow.call", config), transform("last", "steps.call.output.last.n")));
    }

    private static Map<String, Object> last(String before) {
        return transform("last", echoed(before));
    }

    private static String echoed(String step) {
        return "steps." + step + ".output.value.n";
    }

    private static String output(String step) {
        return "steps." + step + ".output.n";
    }

    private static Map<String, Object> transform(String id, String expression) {
        return node(id, "data.transform", Map.of("value", Map.of("n", "{{ " + expression + " }}")));
    }

    private static Map<String, Object> echo(String id, String expression) {
        var node =
                new LinkedHashMap<>(node(id, "bench.echo", Map.of("value", Map.of("n", "{{ " + expression + " }}"))));
        node.put("retry", RETRY);
        node.put("timeout", "PT30S");
        return node;
    }

    private static Map<String, Object> inside(String container, Map<String, Object> node) {
        var child = new LinkedHashMap<>(node);
        child.put("parent", container);
        return child;
    }

    private static Map<String, Object> node(String id, String type, Map<String, Object> config) {
        return Map.of("id", id, "type", type, "config", config);
    }

    private static Map<String, Object> inARow(List<Map<String, Object>> nodes) {
        var edges = IntStream.range(1, nodes.size())
                .mapToObj(i -> edge(id(nodes.get(i - 1)), id(nodes.get(i))))
                .toList();
        return definition(nodes, edges);
    }

    private static String id(Map<String, Object> node) {
        return String.valueOf(node.get("id"));
    }

    private static Map<String, Object> edge(String source, String target) {
        return Map.of("source", source, "target", target);
    }

    private static Map<String, Object> definition(List<Map<String, Object>> nodes, List<Map<String, Object>> edges) {
        return Map.of("specVersion", "1", "triggers", List.of(), "nodes", nodes, "edges", edges);
    }
}
