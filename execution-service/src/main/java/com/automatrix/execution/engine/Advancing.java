package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Goes over the graph after something has happened, and decides every node that can be decided now. */
final class Advancing {

    private Advancing() {}

    static Decision advance(Transition transition) {
        // Nodes come after all that lead to them, so one pass is enough.
        for (CompiledNode node : transition.workflow().nodes()) {
            if (transition.state().hasEnded()) {
                return transition.decision();
            }
            if (transition.state().step(node.id()) == null) {
                decide(transition, node);
            }
        }
        if (!transition.state().hasEnded()) {
            completeOrWait(transition);
        }
        return transition.decision();
    }

    private static void decide(Transition transition, CompiledNode node) {
        switch (Joining.of(node, transition.state())) {
            case RUN -> {
                Cancelling.cancelThose(transition, node.onlyLeadHere());
                Attempts.begin(transition, node);
            }
            case SKIP -> Cancelling.skip(transition, node);
            case WAIT -> {}
        }
    }

    private static void completeOrWait(Transition transition) {
        ExecutionState state = transition.state();
        Collection<StepRun> runs = state.steps().values();
        boolean allDecided = transition.workflow().nodes().stream().allMatch(node -> isDecided(state.step(node.id())));
        if (allDecided) {
            Ending.complete(transition, Ending.outputOfTerminalNodes(transition));
            return;
        }
        boolean isAnyRunning = runs.stream().anyMatch(run -> run.status() == StepStatus.RUNNING);
        if (isAnyRunning && state.status() == ExecutionStatus.WAITING) {
            transition.record(ExecutionEvent.Running::new);
        } else if (!isAnyRunning && state.status() == ExecutionStatus.RUNNING) {
            transition.record(ExecutionEvent.Waiting::new);
        }
    }

    private static boolean isDecided(@Nullable StepRun run) {
        return run != null && run.status().isDecided();
    }
}
