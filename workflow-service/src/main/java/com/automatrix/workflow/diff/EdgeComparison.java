package com.automatrix.workflow.diff;

import com.automatrix.workflow.diff.DefinitionDiff.Edge;
import com.automatrix.workflow.diff.DefinitionDiff.EdgeChange;
import com.automatrix.workflow.diff.DefinitionDiff.Edges;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds out which edges came, went, or kept all but one end. */
final class EdgeComparison {

    private static final String OUT = "out";

    private final List<Edge> removed;
    private final List<Edge> added;
    private final List<EdgeChange> changed = new ArrayList<>();

    private EdgeComparison(Set<Edge> before, Set<Edge> after) {
        removed = new ArrayList<>(before);
        removed.removeAll(after);
        added = new ArrayList<>(after);
        added.removeAll(before);
    }

    /** @param isInBoth whether a step is in both forms: the edges of others come and go with them */
    static Edges compare(Set<Edge> before, Set<Edge> after, Predicate<String> isInBoth) {
        EdgeComparison comparison = new EdgeComparison(before, after);
        Predicate<Edge> stays = edge -> isInBoth.test(edge.source()) && isInBoth.test(edge.target());
        comparison.pair(stays, edge -> List.of(edge.source(), edge.sourceHandle()));
        comparison.pair(stays, edge -> List.of(edge.source(), edge.target()));
        return new Edges(
                List.copyOf(comparison.added), List.copyOf(comparison.removed), List.copyOf(comparison.changed));
    }

    static Set<Edge> edges(Map<String, Object> definition) {
        Set<Edge> edges = new LinkedHashSet<>();
        for (Map<?, ?> edge : Elements.objects(definition, "edges")) {
            if (edge.get("source") instanceof String source && edge.get("target") instanceof String target) {
                edges.add(new Edge(source, edge.get("sourceHandle") instanceof String handle ? handle : OUT, target));
            }
        }
        return edges;
    }

    /** Pairs those that have kept the same part and are the only ones: of several nobody can tell which has changed. */
    private void pair(Predicate<Edge> stays, Function<Edge, List<String>> kept) {
        for (Edge old : List.copyOf(removed)) {
            Predicate<Edge> isAlike =
                    edge -> stays.test(edge) && kept.apply(edge).equals(kept.apply(old));
            List<Edge> olds = removed.stream().filter(isAlike).toList();
            List<Edge> news = added.stream().filter(isAlike).toList();
            if (olds.size() == 1 && news.size() == 1) {
                changed.add(new EdgeChange(old, news.getFirst()));
                removed.removeAll(olds);
                added.removeAll(news);
            }
        }
    }
}
