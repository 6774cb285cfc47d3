package com.automatrix.workflow.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The edges of a draft between nodes that exist, with what lies upstream of each node. */
final class Graph {

    private final Draft draft;
    private final List<String> ids;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<List<Integer>> targets = new ArrayList<>();
    private final List<List<DraftEdge>> incoming = new ArrayList<>();
    private final List<Integer> order;
    private final List<BitSet> upstream = new ArrayList<>();

    private Graph(Draft draft) {
        this.draft = draft;
        this.ids = List.copyOf(draft.byId().keySet());
        for (int index = 0; index < ids.size(); index++) {
            indexes.put(ids.get(index), index);
            targets.add(new ArrayList<>());
            incoming.add(new ArrayList<>());
            upstream.add(new BitSet(ids.size()));
        }
        draft.edges().forEach(this::connect);
        this.order = topologicalOrder();
        order.forEach(this::passUpstreamOn);
    }

    static Graph of(Draft draft) {
        return new Graph(draft);
    }

    /** The edges that lead to a node from others that exist. */
    List<DraftEdge> edgesTo(String id) {
        return incoming.get(index(id));
    }

    /** Returns the nodes that can start, each after those that lead to it. */
    List<DraftNode> inOrder() {
        List<DraftNode> nodes = new ArrayList<>();
        for (int index : order) {
            DraftNode node = draft.node(ids.get(index));
            if (node != null) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** Whether an edge leads on from a node. */
    boolean isFollowed(String id) {
        return !targets.get(index(id)).isEmpty();
    }

    /** Returns the nodes on a cycle or behind one, in the order of the document. */
    List<String> neverStarting() {
        Set<Integer> ordered = new HashSet<>(order);
        return ids.stream().filter(id -> !ordered.contains(index(id))).toList();
    }

    /** Returns the nodes that lie on a cycle. */
    List<String> onCycle() {
        return neverStarting().stream().filter(this::reachesItself).toList();
    }

    /** Whether a node's output can be there when another one runs: the other's predecessors and its containers' ones. */
    boolean isUpstream(String id, String of) {
        Integer wanted = indexes.get(id);
        if (wanted == null) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        String at = of;
        while (at != null && seen.add(at)) {
            if (upstream.get(index(at)).get(wanted)) {
                return true;
            }
            at = containerOf(at);
        }
        return false;
    }

    List<String> upstreamOf(String id) {
        return ids.stream().filter(other -> isUpstream(other, id)).toList();
    }

    private @Nullable String containerOf(String id) {
        DraftNode node = draft.node(id);
        String parent = node == null ? null : node.parent();
        return parent != null && indexes.containsKey(parent) ? parent : null;
    }

    private void connect(DraftEdge edge) {
        Integer source = indexes.get(edge.source());
        Integer target = indexes.get(edge.target());
        if (source != null && target != null) {
            targets.get(source).add(target);
            incoming.get(target).add(edge);
        }
    }

    private List<Integer> topologicalOrder() {
        int[] undecided = incoming.stream().mapToInt(List::size).toArray();
        Deque<Integer> ready = new ArrayDeque<>();
        for (int index = 0; index < undecided.length; index++) {
            if (undecided[index] == 0) {
                ready.add(index);
            }
        }
        List<Integer> result = new ArrayList<>();
        for (Integer next = ready.poll(); next != null; next = ready.poll()) {
            result.add(next);
            for (int target : targets.get(next)) {
                if (--undecided[target] == 0) {
                    ready.add(target);
                }
            }
        }
        return List.copyOf(result);
    }

    private void passUpstreamOn(int index) {
        for (int target : targets.get(index)) {
            upstream.get(target).or(upstream.get(index));
            upstream.get(target).set(index);
        }
    }

    private boolean reachesItself(String id) {
        int start = index(id);
        BitSet seen = new BitSet(ids.size());
        Deque<Integer> open = new ArrayDeque<>(targets.get(start));
        for (Integer next = open.poll(); next != null; next = open.poll()) {
            if (next == start) {
                return true;
            }
            if (!seen.get(next)) {
                seen.set(next);
                open.addAll(targets.get(next));
            }
        }
        return false;
    }

    private int index(String id) {
        Integer index = indexes.get(id);
        if (index == null) {
            throw new IllegalArgumentException("Expected \"%s\" to be a node, but it is none".formatted(id));
        }
        return index;
    }
}
