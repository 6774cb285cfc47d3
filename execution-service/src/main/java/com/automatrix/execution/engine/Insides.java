package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The step runs inside a container, which nobody outside can see and which are forgotten once it is finished. */
final class Insides {

    private Insides() {}

    /** The step runs inside, each after the container that it is in. */
    static List<StepRun> of(ExecutionState state, StepRunId container) {
        return of(state, container, null);
    }

    /** Those of one iteration of a loop. */
    static List<StepRun> of(ExecutionState state, StepRunId loop, int index) {
        return of(state, loop, Integer.valueOf(index));
    }

    /** The state without the step runs inside a container, and without what their outputs took. */
    static ExecutionState closed(ExecutionState state, StepRunId container) {
        return without(state, of(state, container));
    }

    static ExecutionState closed(ExecutionState state, StepRunId loop, int index) {
        return without(state, of(state, loop, index));
    }

    private static List<StepRun> of(ExecutionState state, StepRunId container, @Nullable Integer index) {
        Set<StepRunId> around = new HashSet<>(Set.of(container));
        int depth = container.iteration().size();
        List<StepRun> inside = new ArrayList<>();
        for (StepRun run : state.steps().values()) {
            StepRunId parent = run.parent();
            boolean isInside = parent != null
                    && around.contains(parent)
                    && (index == null || run.id().iteration().get(depth).equals(index));
            if (isInside) {
                around.add(run.id());
                inside.add(run);
            }
        }
        return inside;
    }

    private static ExecutionState without(ExecutionState state, List<StepRun> gone) {
        if (gone.isEmpty()) {
            return state;
        }
        Map<String, StepRun> steps = new LinkedHashMap<>(state.steps());
        long bytes = 0;
        for (StepRun run : gone) {
            steps.remove(run.id().toString());
            bytes += StepRuns.bytes(run);
        }
        return state.withoutSteps(steps, bytes);
    }
}
