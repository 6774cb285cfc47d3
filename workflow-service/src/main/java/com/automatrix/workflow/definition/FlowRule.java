package com.automatrix.workflow.definition;

import java.util.List;
import java.util.function.Consumer;

/** The graph has no cycle, and every step can be reached. */
final class FlowRule implements Rule {

    @Override
    public void check(Examined examined, Consumer<Problem> report) {
        List<String> onCycle = examined.graph().onCycle();
        for (String id : onCycle) {
            report.accept(Problem.error(
                    Codes.GRAPH_CYCLE,
                    id,
                    pointer(examined, id),
                    "Step \"%s\" leads back to itself. Remove one edge of the circle; to repeat steps put them into a container."
                            .formatted(id)));
        }
        examined.graph().neverStarting().stream()
                .filter(id -> !onCycle.contains(id))
                .forEach(id -> report.accept(Problem.error(
                        Codes.GRAPH_UNREACHABLE,
                        id,
                        pointer(examined, id),
                        "Step \"%s\" is never reached, since what leads to it never starts. Mend the circle before it or remove the edge from it."
                                .formatted(id))));
    }

    private static String pointer(Examined examined, String id) {
        DraftNode node = examined.draft().node(id);
        return node == null ? "" : node.pointer();
    }
}
