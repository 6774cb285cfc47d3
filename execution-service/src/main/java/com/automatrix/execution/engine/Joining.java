package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.definition.Join;
import com.automatrix.contracts.id.StepRunId;
import java.util.List;

/** Decides from its incoming edges whether a node runs, is skipped, or has to wait. */
final class Joining {

    enum Verdict {
        RUN,
        SKIP,
        WAIT
    }

    private Joining() {}

    static Verdict of(Place place, ExecutionState state) {
        List<Edge> incoming = place.node().incoming();
        if (incoming.isEmpty()) {
            return Verdict.RUN;
        }
        int taken = 0;
        int open = 0;
        for (Edge edge : incoming) {
            StepRun source = state.step(new StepRunId(edge.source(), place.path()));
            if (source == null || !source.status().isDecided()) {
                open++;
            } else if (source.hasFired(edge.handle())) {
                taken++;
            }
        }
        return switch (place.node().join()) {
            case Join.All _ -> open > 0 ? Verdict.WAIT : taken > 0 ? Verdict.RUN : Verdict.SKIP;
            case Join.Any _ -> atLeast(1, taken, open);
            case Join.AtLeast(int n) -> atLeast(n, taken, open);
        };
    }

    private static Verdict atLeast(int needed, int taken, int open) {
        if (taken >= needed) {
            return Verdict.RUN;
        }
        return taken + open < needed ? Verdict.SKIP : Verdict.WAIT;
    }
}
