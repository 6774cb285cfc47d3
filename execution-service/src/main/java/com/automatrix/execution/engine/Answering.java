package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a worker's answer, if it is to the attempt that is running. */
final class Answering {

    private Answering() {}

    static Decision answer(Transition transition, StepCompleted message) {
        StepRun run = transition.state().step(message.stepRunId());
        Place place = transition.workflow().place(message.stepRunId());
        if (run == null || place == null) {
            return new Decision.Ignored("step %s was never requested".formatted(message.stepRunId()));
        }
        if (isLate(transition.state(), run, message) && message.outcome() instanceof StepOutcome.Succeeded outcome) {
            return Compensating.late(transition, place, outcome);
        }
        String because = unexpected(transition.state(), run, message.attempt());
        if (because != null) {
            return new Decision.Ignored(because);
        }
        if (!place.node().isAnswered()) {
            return new Decision.Ignored("step %s is none of a worker's".formatted(run.id()));
        }
        if (message.outcome() instanceof StepOutcome.Running running) {
            return heartbeat(transition, place, run, running);
        }
        transition.command(new EngineCommand.ClearTimer(TimerKey.stepTimeout(run.id(), run.attempt())));
        switch (message.outcome()) {
            case StepOutcome.Succeeded outcome -> Succeeding.onWorker(transition, place, message, outcome);
            case StepOutcome.Failed(var error) ->
                Failing.fail(transition, place, SizeLimits.trimmed(error), Failing.Source.of(message));
            case StepOutcome.Continue outcome -> goOn(transition, place, message, outcome);
            case StepOutcome.Running _ -> {}
        }
        return Advancing.advance(transition);
    }

    /** Whether the answer is to a step that was cancelled because the execution fails, and that can be undone. */
    private static boolean isLate(ExecutionState state, StepRun run, StepCompleted message) {
        return state.status() == ExecutionStatus.COMPENSATING
                && run.status() == StepStatus.CANCELLED
                && run.attempt() == message.attempt();
    }

    /** Why an answer about this attempt changes nothing; null if it is awaited. */
    static @Nullable String unexpected(ExecutionState state, StepRun run, int attempt) {
        if (state.hasEnded()) {
            return "execution %s is %s".formatted(state.id(), state.status());
        }
        if (attempt != run.attempt()) {
            return "attempt %d of step %s is not the current one, which is %d"
                    .formatted(attempt, run.id(), run.attempt());
        }
        if (run.status() != StepStatus.RUNNING) {
            return "attempt %d of step %s is %s".formatted(attempt, run.id(), run.status());
        }
        return null;
    }

    private static Decision heartbeat(Transition transition, Place place, StepRun run, StepOutcome.Running running) {
        CompiledNode node = place.node();
        if (node.isCall() || (node.node().timeout() != null && running.until() == null)) {
            return new Decision.Ignored("step %s has no lease that could be extended".formatted(run.id()));
        }
        Instant deadline = running.until() == null
                ? Deadlines.after(transition.now(), Deadlines.OF_ATTEMPT)
                : putOff(transition, place, run, running);
        transition.command(new EngineCommand.SetTimer(TimerKey.stepTimeout(run.id(), run.attempt()), deadline));
        return transition.decision();
    }

    /** What an attempt may take counts anew when the wait is over: nobody works on it until then. */
    private static Instant putOff(Transition transition, Place place, StepRun run, StepOutcome.Running running) {
        Duration wait = Deadlines.bounded(Duration.between(transition.now(), running.until()));
        Instant until = Deadlines.after(transition.now(), wait);
        Duration timeout = place.node().node().timeout();
        Instant deadline = Deadlines.after(until, timeout == null ? Deadlines.OF_ATTEMPT : timeout);
        transition.record((sequence, at) -> new ExecutionEvent.StepDeferred(
                sequence, at, run.id(), place.nodeId(), until, deadline, running.reason()));
        return deadline;
    }

    /** Only an agent has tools. */
    private static void goOn(Transition transition, Place place, StepCompleted message, StepOutcome.Continue outcome) {
        if (place.node().isTurn()) {
            Succeeding.onTurn(transition, place, message, outcome);
        } else {
            Failing.fail(
                    transition, place, unsupported(transition.state().known(place.id())), Failing.Source.of(message));
        }
    }

    private static StepError unsupported(StepRun run) {
        return StepError.permanent(
                "step.unsupported-outcome",
                "Expected step %s to succeed or to fail, but its worker asked for other steps".formatted(run.id()));
    }
}
