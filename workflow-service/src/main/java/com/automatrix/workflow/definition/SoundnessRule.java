package com.automatrix.workflow.definition;

import java.util.function.Consumer;

/**
 * No join starves and no step waits for branches that exclude each other. A join of ALL or ANY needs no check: an edge that
 * is not taken is DEAD, so that it is always decided.
 */
final class SoundnessRule implements Rule {

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        for (DraftNode node : examined.graph().inOrder()) {
            int edges = examined.graph().edgesTo(node.id()).size();
            if (node.atLeast() > edges && node.atLeast() > 1) {
                report.accept(impossible(
                        node,
                        "The step waits for %d of its incoming edges, but it has only %d, so it would never run. Lower the number or add edges."
                                .formatted(node.atLeast(), edges)));
            } else if (edges > 0 && isFirstThatNeverRuns(node, examined)) {
                report.accept(node.atLeast() > 1 ? starving(node, edges, examined) : neverRuns(node));
            }
        }
    }

    /** What follows a step that never runs needs no problem of its own. */
    private static boolean isFirstThatNeverRuns(DraftNode node, Examined examined) {
        return !examined.conditions().canRun(node.id())
                && (node.parent() == null || examined.conditions().canRun(node.parent()))
                && examined.graph().edgesTo(node.id()).stream()
                        .anyMatch(edge -> examined.conditions().canRun(edge.source()));
    }

    private static Problem starving(DraftNode node, int edges, Examined examined) {
        int most = examined.conditions().mostTaken(node.id(), node.atLeast());
        return impossible(
                node,
                "The step waits for %d of its %d incoming edges, but at most %d can be taken in one execution, since the branches exclude each other. Lower the number or draw the edges from steps that run together."
                        .formatted(node.atLeast(), edges, most));
    }

    private static Problem impossible(DraftNode node, String message) {
        return Problem.error(Codes.JOIN_IMPOSSIBLE, node.id(), node.pointer() + "/join/atLeast", message);
    }

    private static Problem neverRuns(DraftNode node) {
        return Problem.warning(
                Codes.GRAPH_NEVER_RUNS,
                node.id(),
                node.pointer(),
                "Step \"%s\" never runs, since the conditions on every way to it contradict each other. Change a condition or remove the step."
                        .formatted(node.id()));
    }
}
