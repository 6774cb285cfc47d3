package com.automatrix.workflow.definition;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The graph has no cycle, every step can be reached, and every join can be decided. */
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
        examined.draft().nodes().forEach(node -> checkJoin(node, examined, report));
    }

    private static void checkJoin(DraftNode node, Examined examined, Consumer<Problem> report) {
        if (!(node.fields().get("join") instanceof Map<?, ?> join)
                || !(join.get("atLeast") instanceof Number atLeast)) {
            return;
        }
        int incoming = examined.graph().incomingEdges(node.id());
        if (atLeast.longValue() > incoming) {
            report.accept(Problem.error(
                    Codes.JOIN_IMPOSSIBLE,
                    node.id(),
                    node.pointer() + "/join/atLeast",
                    "The step waits for %d of its incoming edges, but it has only %d, so it would never run. Lower the number or add edges."
                            .formatted(atLeast.longValue(), incoming)));
        }
    }

    private static String pointer(Examined examined, String id) {
        DraftNode node = examined.draft().node(id);
        return node == null ? "" : node.pointer();
    }
}
