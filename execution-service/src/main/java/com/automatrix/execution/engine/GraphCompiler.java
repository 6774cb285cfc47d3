package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Compensation;
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
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a definition into compiled nodes, container by container, each in topological order. */
final class GraphCompiler {

    private static final String TOP = "";

    private final Map<String, Map<String, Node>> byContainer = new LinkedHashMap<>();
    private final Map<String, String> containers = new HashMap<>();
    private final Map<String, List<Edge>> incoming = new HashMap<>();
    private final Map<String, List<Edge>> outgoing = new HashMap<>();
    private final Map<String, CompiledGraph> graphs = new HashMap<>();
    private final Function<String, @Nullable StepType> stepTypes;

    GraphCompiler(WorkflowDefinition definition, Function<String, @Nullable StepType> stepTypes) {
        this.stepTypes = stepTypes;
        definition.nodes().forEach(this::add);
        definition.edges().forEach(this::add);
    }

    /**
     * @param graphs by their containers; the top level under the empty text
     * @param compensations what undoes a node, by its own id
     * @param ofAgents the turns, the tools and the approvals of agents, by their ids
     */
    record Compiled(
            Map<String, CompiledGraph> graphs,
            Map<String, CompiledNode> compensations,
            Map<String, CompiledNode> ofAgents) {}

    Compiled compile() {
        compile(TOP, null);
        Map<String, CompiledNode> compensations = new HashMap<>();
        Map<String, CompiledNode> ofAgents = new HashMap<>();
        graphs.values().stream().flatMap(graph -> graph.nodes().stream()).forEach(node -> {
            addCompensation(node, compensations);
            AgentNodes.of(node, stepTypes).forEach(inside -> ofAgents.put(inside.id(), inside));
        });
        return new Compiled(graphs, compensations, ofAgents);
    }

    private void addCompensation(CompiledNode of, Map<String, CompiledNode> compensations) {
        Compensation compensation = of.node().compensation();
        if (compensation == null) {
            return;
        }
        Node node = Node.undoing(of.node(), compensation);
        StepType type = stepTypes.apply(node.type());
        Set<String> handles = type == null ? Set.of(Edge.OUT) : Set.copyOf(type.handlesFor(node.config()));
        compensations.put(
                node.id(),
                new CompiledNode(
                        node, type, of.container(), of.depth(), handles, List.of(), List.of(), Set.of(), Set.of()));
    }

    private void add(Node node) {
        String container = node.parent() == null ? TOP : node.parent();
        if (containers.put(node.id(), container) != null) {
            throw new IllegalArgumentException("Expected one node with id %s, but found two".formatted(node.id()));
        }
        byContainer.computeIfAbsent(container, _ -> new LinkedHashMap<>()).put(node.id(), node);
    }

    private void add(Edge edge) {
        String source = containers.get(edge.source());
        if (source == null || !source.equals(containers.get(edge.target()))) {
            throw new IllegalArgumentException(
                    "Expected edge %s to lead between two nodes of one container, but it does not".formatted(edge));
        }
        edgesOf(incoming, edge.target()).add(edge);
        edgesOf(outgoing, edge.source()).add(edge);
    }

    private void compile(String container, @Nullable CompiledNode around) {
        Map<String, Node> nodes = byContainer.getOrDefault(container, Map.of());
        List<String> order = topologicalOrder(nodes.keySet());
        Map<String, Set<String>> upstream = new HashMap<>();
        SequencedMap<String, CompiledNode> compiled = new LinkedHashMap<>();
        for (String id : order) {
            Set<String> above = new HashSet<>();
            for (Edge edge : edgesOf(incoming, id)) {
                above.add(edge.source());
                above.addAll(upstream.getOrDefault(edge.source(), Set.of()));
            }
            upstream.put(id, above);
            compiled.put(id, compile(Objects.requireNonNull(nodes.get(id)), around, above, order));
        }
        graphs.put(container, new CompiledGraph(compiled));
        for (CompiledNode node : compiled.values()) {
            if (byContainer.containsKey(node.id())) {
                compile(node.id(), node);
            }
        }
    }

    private CompiledNode compile(Node node, @Nullable CompiledNode around, Set<String> upstream, List<String> order) {
        StepType type = stepTypes.apply(node.type());
        Set<String> handles = type == null ? Set.of(Edge.OUT) : Set.copyOf(type.handlesFor(node.config()));
        Set<String> onlyLeadHere = node.cancelsOthers() ? onlyLeadTo(node.id(), upstream, order) : Set.of();
        int depth = around == null ? 0 : around.depth() + (around.isLoop() ? 1 : 0);
        return new CompiledNode(
                node,
                type,
                around,
                depth,
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

    private List<String> topologicalOrder(Set<String> nodes) {
        Map<String, Integer> open = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        for (String id : nodes) {
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
