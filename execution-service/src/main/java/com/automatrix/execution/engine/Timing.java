package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.StepCancelled;
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
        if (timer.kind() == TimerKind.EXECUTION_TIMEOUT) {
            return executionTimeout(transition);
        }
        StepRun run = run(state, timer.step());
        CompiledNode node =
                run == null ? null : transition.workflow().node(run.id().nodeId());
        if (run == null || node == null) {
            return new Decision.Ignored("step %s was never requested".formatted(timer.step()));
        }
        return timer.kind() == TimerKind.RETRY
                ? retry(transition, node, run, timer.generation())
                : stepTimeout(transition, node, run, timer.generation());
    }

    private static @Nullable StepRun run(ExecutionState state, @Nullable StepRunId id) {
        return id == null ? null : state.step(id);
    }

    private static Decision retry(Transition transition, CompiledNode node, StepRun run, int attempt) {
        if (run.status() != StepStatus.RETRYING || run.attempt() != attempt) {
            return new Decision.Ignored(
                    "step %s does not wait for attempt %d, it is %s".formatted(run.id(), attempt, run.status()));
        }
        Attempts.again(transition, node, run);
        return Advancing.advance(transition);
    }

    private static Decision stepTimeout(Transition transition, CompiledNode node, StepRun run, int attempt) {
        String because = Answering.unexpected(transition.state(), run, attempt);
        if (because != null) {
            return new Decision.Ignored(because);
        }
        transition.command(new EngineCommand.CancelStep(
                node.worker(), new StepCancelled(transition.state().id(), run.id())));
        Instant startedAt = run.startedAt() == null ? transition.now() : run.startedAt();
        Failing.fail(
                transition,
                node,
                StepError.passing(
                        "step.timeout",
                        "Expected attempt %d of step %s to end by %s, but it did not"
                                .formatted(attempt, run.id(), run.dueAt())),
                new Failing.Source(startedAt, transition.now(), node.worker(), null));
        return Advancing.advance(transition);
    }

    private static Decision executionTimeout(Transition transition) {
        ExecutionState state = transition.state();
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
