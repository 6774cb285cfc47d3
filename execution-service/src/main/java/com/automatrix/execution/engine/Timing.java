package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.StepError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Acts on a timer, if what it was set for still goes on. */
final class Timing {

    private Timing() {}

    static Decision due(Transition transition, TimerKey timer) {
        ExecutionState state = transition.state();
        if (state.hasEnded()) {
            return new Decision.Ignored("execution %s is %s".formatted(state.id(), state.status()));
        }
        if (state.isPaused()) {
            return new Decision.Ignored("execution %s is paused".formatted(state.id()));
        }
        if (timer.kind() == TimerKind.EXECUTION_TIMEOUT) {
            return executionTimeout(transition);
        }
        StepRun run = run(state, timer.step());
        Place place = run == null ? null : transition.workflow().place(run.id());
        if (run == null || place == null) {
            return new Decision.Ignored("step %s was never requested".formatted(timer.step()));
        }
        return switch (timer.kind()) {
            case RETRY -> retry(transition, place, run, timer.generation());
            case STEP_TIMEOUT -> stepTimeout(transition, place, run, timer.generation());
            case WAIT -> Waits.over(transition, place, run);
            case ITERATION -> iteration(transition, run);
            case EXECUTION_TIMEOUT -> executionTimeout(transition);
        };
    }

    private static @Nullable StepRun run(ExecutionState state, @Nullable StepRunId id) {
        return id == null ? null : state.step(id);
    }

    private static Decision retry(Transition transition, Place place, StepRun run, int attempt) {
        if (run.status() != StepStatus.RETRYING || run.attempt() != attempt) {
            return new Decision.Ignored(
                    "step %s does not wait for attempt %d, it is %s".formatted(run.id(), attempt, run.status()));
        }
        Attempts.again(transition, place, run);
        return Advancing.advance(transition);
    }

    private static Decision iteration(Transition transition, StepRun run) {
        return run.status() == StepStatus.RUNNING && run.loop() != null
                ? Advancing.advance(transition)
                : new Decision.Ignored("step %s is no loop that goes on".formatted(run.id()));
    }

    private static Decision stepTimeout(Transition transition, Place place, StepRun run, int attempt) {
        String because = Answering.unexpected(transition.state(), run, attempt);
        if (because != null) {
            return new Decision.Ignored(because);
        }
        StepError error = StepError.passing(
                "step.timeout",
                "Expected attempt %d of step %s to end by %s, but it did not"
                        .formatted(attempt, run.id(), run.dueAt()));
        if (place.node().isContainer()) {
            Containers.fail(transition, place, error);
        } else {
            giveUpAttempt(transition, place, run, error);
        }
        return Advancing.advance(transition);
    }

    private static void giveUpAttempt(Transition transition, Place place, StepRun run, StepError error) {
        Cancelling.callOff(transition, place, run);
        Instant startedAt = run.startedAt() == null ? transition.now() : run.startedAt();
        Failing.fail(
                transition,
                place,
                error,
                new Failing.Source(startedAt, transition.now(), place.node().worker(), null));
    }

    private static Decision executionTimeout(Transition transition) {
        ExecutionState state = transition.state();
        if (!state.isGoingOn()) {
            return new Decision.Ignored("execution %s ends already".formatted(state.id()));
        }
        if (state.deadline() == null) {
            return new Decision.Ignored("execution %s has no timeout".formatted(state.id()));
        }
        Ending.fail(
                transition,
                new ExecutionError(
                        "execution.timeout",
                        "Expected execution %s to end by %s, but it did not".formatted(state.id(), state.deadline()),
                        null));
        return transition.decision();
    }
}
