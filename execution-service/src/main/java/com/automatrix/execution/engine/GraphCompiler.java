package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.steptype.StepType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the top level of a definition into compiled nodes in topological order. */
final class GraphCompiler {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Edge>> incoming = new HashMap<>();
    private final Map<String, List<Edge>> outgoing = new HashMap<>();
    private final Function<String, @Nullable StepType> stepTypes;

    GraphCompiler(WorkflowDefinition definition, Function<String, @Nullable StepType> stepTypes) {
        this.stepTypes = stepTypes;
        Set<String> inContainers = new HashSet<>();
        for (Node node : definition.nodes()) {
            add(node, inContainers);
        }
        for (Edge edge : definition.edges()) {
            if (!inContainers.contains(edge.source()) && !inContainers.contains(edge.target())) {
                edgesOf(incoming, edge.target()).add(edge);
                edgesOf(outgoing, edge.source()).add(edge);
            }
        }
    }

    Map<String, CompiledNode> compile() {
        List<String> order = topologicalOrder();
        Map<String, Set<String>> upstream = new HashMap<>();
        Map<String, CompiledNode> compiled = new LinkedHashMap<>();
        for (String id : order) {
            Set<String> above = new HashSet<>();
            for (Edge edge : edgesOf(incoming, id)) {
                above.add(edge.source());
                above.addAll(upstream.getOrDefault(edge.source(), Set.of()));
            }
            upstream.put(id, above);
            compiled.put(id, compile(nodes.get(id), above, order));
        }
        return compiled;
    }

    private void add(Node node, Set<String> inContainers) {
        if (node.parent() != null) {
            inContainers.add(node.id());
        } else if (nodes.put(node.id(), node) != null) {
            throw new IllegalArgumentException("Expected one node with id %s, but found two".formatted(node.id()));
        }
    }

    private CompiledNode compile(@Nullable Node node, Set<String> upstream, List<String> order) {
        if (node == null) {
            throw new IllegalArgumentException("Expected every edge to lead between nodes, but one does not");
        }
        StepType type = stepTypes.apply(node.type());
        Set<String> handles = type == null ? Set.of(Edge.OUT) : Set.copyOf(type.handlesFor(node.config()));
        Set<String> onlyLeadHere = node.cancelsOthers() ? onlyLeadTo(node.id(), upstream, order) : Set.of();
        return new CompiledNode(
                node,
                type,
                handles,
                edgesOf(incoming, node.id()),
                edgesOf(outgoing, node.id()),
                upstream,
                onlyLeadHere);
    }

    private Set<String> onlyLeadTo(String join, Set<String> upstream, List<String> order) {
        Set<String> inside = new HashSet<>(Set.of(join));
        for (String id : order.reversed()) {
            if (upstream.contains(id)
                    && edgesOf(outgoing, id).stream().allMatch(edge -> inside.contains(edge.target()))) {
                inside.add(id);
            }
        }
        inside.remove(join);
        return inside;
    }

    private List<String> topologicalOrder() {
        Map<String, Integer> open = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        for (String id : nodes.keySet()) {
            int sources = edgesOf(incoming, id).size();
            open.put(id, sources);
            if (sources == 0) {
                ready.add(id);
            }
        }
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.remove();
            order.add(id);
            for (Edge edge : edgesOf(outgoing, id)) {
                if (open.merge(edge.target(), -1, Integer::sum) == 0) {
                    ready.add(edge.target());
                }
            }
        }
        if (order.size() != nodes.size()) {
            throw new IllegalArgumentException(
                    "Expected a graph without cycles or loose edges, but only %s of %d nodes can be put in order"
                            .formatted(order.size(), nodes.size()));
        }
        return order;
    }

    private static List<Edge> edgesOf(Map<String, List<Edge>> edges, String nodeId) {
        return edges.computeIfAbsent(nodeId, _ -> new ArrayList<>());
    }
}
