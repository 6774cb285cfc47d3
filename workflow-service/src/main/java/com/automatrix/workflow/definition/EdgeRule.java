package com.automatrix.workflow.definition;

import com.automatrix.contracts.steptype.StepType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Edges join steps that exist, start at handles that exist, and stay within one container. */
final class EdgeRule implements Rule {

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        Set<List<String>> seen = new HashSet<>();
        for (DraftEdge edge : examined.draft().edges()) {
            DraftNode source = examined.draft().node(edge.source());
            DraftNode target = examined.draft().node(edge.target());
            checkEnds(edge, source, target, examined, report);
            if (source != null) {
                checkHandle(edge, source, examined, report);
            }
            if (source != null && target != null) {
                checkWall(edge, source, target, report);
            }
            if (!seen.add(List.of(edge.source(), edge.handle(), edge.target()))) {
                report.accept(Problem.error(
                        Codes.GRAPH_DUPLICATE_EDGE,
                        edge.source(),
                        edge.pointer(),
                        "The same edge from \"%s\" to \"%s\" is there twice. Remove one."
                                .formatted(edge.source(), edge.target())));
            }
        }
    }

    private static void checkEnds(
            DraftEdge edge,
            @Nullable DraftNode source,
            @Nullable DraftNode target,
            Examined examined,
            Consumer<Problem> report) {
        Set<String> ids = examined.draft().byId().keySet();
        if (source == null) {
            report.accept(Problem.error(
                    Codes.GRAPH_UNKNOWN_SOURCE,
                    target == null ? null : target.id(),
                    edge.pointer() + "/source",
                    "The edge starts at \"%s\", which does not exist.%s Remove it or draw it from a step."
                            .formatted(edge.source(), NearestName.suggestion(edge.source(), ids))));
        }
        if (target == null) {
            report.accept(Problem.error(
                    Codes.GRAPH_UNKNOWN_TARGET,
                    source == null ? null : source.id(),
                    edge.pointer() + "/target",
                    "The edge leads to \"%s\", which does not exist.%s Remove it or draw it to a step."
                            .formatted(edge.target(), NearestName.suggestion(edge.target(), ids))));
        }
    }

    private static void checkHandle(DraftEdge edge, DraftNode source, Examined examined, Consumer<Problem> report) {
        Optional<StepType> type = examined.typeOf(source);
        if (type.isEmpty()) {
            return;
        }
        List<String> handles = type.get().handlesFor(source.plainConfig());
        if (handles.contains(edge.handle())) {
            return;
        }
        String mend = handles.isEmpty()
                ? "Nothing can follow it: remove the edge."
                : "It has %s.%s"
                        .formatted(
                                String.join(
                                        ", ",
                                        handles.stream()
                                                .map("\"%s\""::formatted)
                                                .toList()),
                                NearestName.suggestion(edge.handle(), handles));
        report.accept(Problem.error(
                Codes.GRAPH_UNKNOWN_HANDLE,
                source.id(),
                edge.pointer() + "/sourceHandle",
                "Step \"%s\" has no handle \"%s\". %s".formatted(source.id(), edge.handle(), mend)));
    }

    private static void checkWall(DraftEdge edge, DraftNode source, DraftNode target, Consumer<Problem> report) {
        if (!Objects.equals(source.parent(), target.parent())) {
            report.accept(Problem.error(
                    Codes.GRAPH_CROSSES_CONTAINER,
                    source.id(),
                    edge.pointer(),
                    "The edge from \"%s\" to \"%s\" crosses a container's wall. Draw it from the container itself, or move one of the steps."
                            .formatted(edge.source(), edge.target())));
        }
    }
}
