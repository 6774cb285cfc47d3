package com.automatrix.workflow.diagram;

import com.automatrix.workflow.definition.Draft;
import com.automatrix.workflow.definition.DraftEdge;
import com.automatrix.workflow.definition.DraftNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arranges a definition, with all its problems, level by level: first what is inside a step, then the step. */
final class Diagram {

    /** Around the steps inside another, and above them its name. */
    static final double PADDING = 24;

    static final double HEADER = 46;

    private static final String OUT = "out";

    /** Stands for no container; no id that is stored has this character. */
    private static final String OUTERMOST = "\0";

    private static final double WIDEST_LABEL = 130;

    /** Deeper ones are drawn beside their container: nothing that anybody means goes so deep. */
    private static final int DEEPEST = 30;

    private final Map<String, DraftNode> nodes;
    private final Map<String, List<DraftNode>> children = new HashMap<>();
    private final Map<String, List<Link>> links;

    private Diagram(Draft draft) {
        this.nodes = draft.byId();
        nodes.values()
                .forEach(node -> children.computeIfAbsent(containerOf(node), id -> new ArrayList<>())
                        .add(node));
        this.links = links(draft.edges());
    }

    /** @param definition a plain JSON tree, of any shape */
    static Drawing of(Map<String, Object> definition) {
        return new Diagram(Draft.of(definition)).arrange(OUTERMOST);
    }

    /** The container that a step is drawn in. */
    private String containerOf(DraftNode node) {
        Set<String> above = new HashSet<>();
        @Nullable DraftNode at = node;
        while (at != null && above.add(at.id())) {
            at = at.parent() == null ? null : nodes.get(at.parent());
        }
        boolean isCircle = at != null;
        String parent = node.parent();
        return isCircle || above.size() > DEEPEST || parent == null || !nodes.containsKey(parent) ? OUTERMOST : parent;
    }

    /** By the container that they are in; between two steps there is one at most, with the names of all its handles. */
    private Map<String, List<Link>> links(List<DraftEdge> edges) {
        record Ends(String source, String target) {}
        Map<Ends, Set<String>> handles = new LinkedHashMap<>();
        for (DraftEdge edge : edges) {
            if (nodes.containsKey(edge.source()) && nodes.containsKey(edge.target())) {
                handles.computeIfAbsent(new Ends(edge.source(), edge.target()), ends -> new LinkedHashSet<>())
                        .add(edge.handle());
            }
        }
        Map<String, List<Link>> byContainer = new HashMap<>();
        handles.forEach((ends, names) -> {
            String container = containerOf(Objects.requireNonNull(nodes.get(ends.source())));
            if (container.equals(containerOf(Objects.requireNonNull(nodes.get(ends.target()))))
                    && !ends.source().equals(ends.target())) {
                byContainer
                        .computeIfAbsent(container, id -> new ArrayList<>())
                        .add(new Link(ends.source(), ends.target(), label(names)));
            }
        });
        return byContainer;
    }

    private static String label(Set<String> handles) {
        String all = handles.size() == 1 && handles.contains(OUT) ? "" : String.join(", ", handles);
        return TextWidth.cut(Svg.readable(all), WIDEST_LABEL, Link.LABEL_SIZE);
    }

    private Drawing arrange(String container) {
        Map<String, Step> steps = new LinkedHashMap<>();
        Map<String, Size> sizes = new LinkedHashMap<>();
        Map<String, Drawing> insides = new HashMap<>();
        for (DraftNode node : children.getOrDefault(container, List.of())) {
            steps.put(node.id(), Step.of(node));
            sizes.put(node.id(), Size.CARD);
            if (children.containsKey(node.id())) {
                Drawing inside = arrange(node.id());
                insides.put(node.id(), inside);
                sizes.put(node.id(), around(inside.size()));
            }
        }
        List<Link> here = links.getOrDefault(container, List.of());
        Placement placement = StoredPositions.of(steps.values(), sizes, here).orElseGet(() -> Layers.of(sizes, here));
        return draw(steps, placement, insides);
    }

    private static Size around(Size inside) {
        return new Size(Math.max(Size.CARD.width(), inside.width() + 2 * PADDING), inside.height() + HEADER + PADDING);
    }

    private static Drawing draw(Map<String, Step> steps, Placement placement, Map<String, Drawing> insides) {
        Drawing.Builder drawing = new Drawing.Builder();
        placement.boxes().forEach((id, box) -> {
            Step step = Objects.requireNonNull(steps.get(id));
            Drawing inside = insides.get(id);
            if (inside == null) {
                drawing.card(step, box);
            } else {
                drawing.frame(step, box);
                drawing.inside(inside, box.x() + PADDING, box.y() + HEADER);
            }
        });
        placement.ways().forEach((link, way) -> drawing.line(new Drawing.Line(link, way, placement.down())));
        return drawing.build(placement.size());
    }
}
