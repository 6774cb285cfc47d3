package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionCommand.PauseExecution;
import com.automatrix.contracts.message.ExecutionCommand.ResumeExecution;
import com.automatrix.contracts.message.ExecutionEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Holds an execution where it is. What comes in meanwhile is recorded, but nothing begins: timers that come due are let
 * go by, and all are set again when it is resumed.
 */
final class Pausing {

    private Pausing() {}

    static Decision pause(Transition transition, PauseExecution command) {
        ExecutionState state = transition.state();
        if (state.hasEnded()) {
            return new Decision.Refused(Cancelling.finishedAlready(state));
        }
        if (state.isPaused() || state.hasApplied(command.commandId())) {
            return new Decision.Ignored("execution %s is paused already".formatted(state.id()));
        }
        transition.remember(command.commandId());
        transition.record((sequence, at) -> new ExecutionEvent.Paused(sequence, at, command.requestedBy()));
        return transition.decision();
    }

    static Decision resume(Transition transition, ResumeExecution command) {
        ExecutionState state = transition.state();
        if (!state.isPaused() || state.hasApplied(command.commandId())) {
            return new Decision.Ignored("execution %s is not paused".formatted(state.id()));
        }
        transition.remember(command.commandId());
        resume(transition, command.requestedBy());
        return Advancing.advance(transition);
    }

    /** Lets the execution's timeout go on from where it stood still, and sets again what may have come due. */
    static void resume(Transition transition, @Nullable String by) {
        Instant deadline = deadline(transition);
        transition.record((sequence, at) -> new ExecutionEvent.Resumed(sequence, at, by, deadline));
        if (deadline != null) {
            transition.command(new EngineCommand.SetTimer(TimerKey.executionTimeout(), deadline));
        }
        for (StepRun run : transition.state().steps().values()) {
            if (!run.status().isDecided()) {
                Cancelling.timers(run)
                        .forEach(timer ->
                                transition.command(new EngineCommand.SetTimer(timer, dueAt(transition, run, timer))));
            }
        }
    }

    private static @Nullable Instant deadline(Transition transition) {
        ExecutionState state = transition.state();
        Instant deadline = state.deadline();
        Instant pausedAt = state.pausedAt();
        if (deadline == null || pausedAt == null) {
            return deadline;
        }
        // One that was admitted during the pause has counted from its admission.
        Instant from = pausedAt.isAfter(state.startedAt()) ? pausedAt : state.startedAt();
        return Deadlines.after(deadline, Duration.between(from, transition.now()));
    }

    /** For when a timer is set that a step run has set before. */
    static Instant dueAt(Transition transition, StepRun run, TimerKey timer) {
        Instant dueAt =
                timer.kind() == TimerKind.ITERATION ? run.loopOrBeginning().nextAt() : run.dueAt();
        if (dueAt == null) {
            return transition.now();
        }
        CompiledNode node = transition.workflow().node(run.id().nodeId());
        boolean isLease = timer.kind() == TimerKind.STEP_TIMEOUT
                && node != null
                && node.runsOnWorker()
                && node.node().timeout() == null;
        // A heartbeat has moved the lease since, or could not be told from one that did.
        Instant lease = Deadlines.after(transition.now(), Deadlines.OF_ATTEMPT);
        return isLease && lease.isAfter(dueAt) ? lease : dueAt;
    }
}
