package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepCancelled;
import java.util.Set;

/** Takes back what is not needed any more; never waits for a worker. */
final class Cancelling {

    private Cancelling() {}

    static Decision cancel(Transition transition, CancelExecution command) {
        ExecutionState state = transition.state();
        if (state.hasApplied(command.commandId()) || state.status() == ExecutionStatus.CANCELLED) {
            return new Decision.Ignored("execution %s is cancelled already".formatted(state.id()));
        }
        if (state.hasEnded()) {
            return new Decision.Refused(new Refusal(
                    "execution.already-finished",
                    "Expected execution %s to be going on, but it is %s".formatted(state.id(), state.status())));
        }
        transition.remember(command.commandId());
        cancelUndecided(transition);
        transition.record(
                (sequence, at) -> new ExecutionEvent.Cancelled(sequence, at, command.reason(), command.requestedBy()));
        Ending.clearTimeout(transition);
        return transition.decision();
    }

    /** Cancels every step run that is going on. */
    static void cancelUndecided(Transition transition) {
        for (CompiledNode node : transition.workflow().nodes()) {
            StepRun run = transition.state().step(node.id());
            if (run != null && !run.status().isDecided()) {
                cancel(transition, node, run);
            }
        }
    }

    /** Cancels those that are going on, and skips those that are not decided. */
    static void cancelThose(Transition transition, Set<String> nodeIds) {
        for (CompiledNode node : transition.workflow().nodes()) {
            if (!nodeIds.contains(node.id())) {
                continue;
            }
            StepRun run = transition.state().step(node.id());
            if (run == null) {
                skip(transition, node);
            } else if (!run.status().isDecided()) {
                cancel(transition, node, run);
            }
        }
    }

    static void skip(Transition transition, CompiledNode node) {
        transition.record(
                (sequence, at) -> new ExecutionEvent.StepSkipped(sequence, at, StepRunId.of(node.id()), node.id()));
    }

    private static void cancel(Transition transition, CompiledNode node, StepRun run) {
        transition.record((sequence, at) -> new ExecutionEvent.StepCancelled(sequence, at, run.id(), node.id()));
        if (run.status() == StepStatus.RUNNING) {
            transition.command(new EngineCommand.CancelStep(
                    node.worker(), new StepCancelled(transition.state().id(), run.id())));
            transition.command(new EngineCommand.ClearTimer(TimerKey.stepTimeout(run.id(), run.attempt())));
        } else {
            transition.command(new EngineCommand.ClearTimer(TimerKey.retry(run.id(), run.attempt())));
        }
    }
}
