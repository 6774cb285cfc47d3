package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code flow.repeat}: the steps inside again and again, until a condition holds or there were too many rounds. */
final class Repeat {

    private static final int USUAL_ROUNDS = 100;

    private Repeat() {}

    static void advance(Transition transition, Place loop) {
        while (Containers.isOpen(transition, loop)) {
            Loop progress = transition.state().known(loop.id()).loopOrBeginning();
            boolean isBetweenRounds = progress.goingOn() == 0;
            if (isBetweenRounds && !begins(transition, loop, progress)) {
                return;
            }
            int round = transition.state().known(loop.id()).loopOrBeginning().started() - 1;
            List<Integer> path = loop.iteration(round);
            CompiledGraph inside = transition.workflow().inside(loop.nodeId());
            Advancing.decide(transition, inside, path);
            if (!Containers.isOpen(transition, loop) || !Advancing.isDecided(transition, inside, path)) {
                return;
            }
            finish(transition, loop, round);
        }
    }

    private static boolean begins(Transition transition, Place loop, Loop progress) {
        Instant nextAt = progress.nextAt();
        if (nextAt != null && transition.now().isBefore(nextAt)) {
            return false;
        }
        if (!transition.takesIteration()) {
            transition.command(new EngineCommand.SetTimer(TimerKey.iteration(loop.id()), transition.now()));
            return false;
        }
        transition.record((sequence, at) ->
                new ExecutionEvent.IterationStarted(sequence, at, loop.id(), loop.nodeId(), progress.started()));
        return true;
    }

    private static void finish(Transition transition, Place loop, int round) {
        List<Integer> path = loop.iteration(round);
        try {
            Object until = loop.node().node().config().get("until");
            Object value = transition.expressions().resolve(until, Visible.inside(loop, path, transition));
            if (transition.expressions().isTrue(value)) {
                Containers.succeed(transition, loop, path);
            } else if (round + 1 >= mostRounds(loop)) {
                Containers.fail(transition, loop, tooManyRounds(loop));
            } else {
                finished(transition, loop, round);
            }
        } catch (ExpressionFailed failed) {
            Containers.fail(transition, loop, StepError.permanent(failed.code(), failed.getMessage()));
        }
    }

    private static void finished(Transition transition, Place loop, int round) {
        Duration delay = delay(transition.state().known(loop.id()));
        Instant nextAt = delay == null ? null : Deadlines.after(transition.now(), delay);
        transition.record((sequence, at) ->
                new ExecutionEvent.IterationFinished(sequence, at, loop.id(), loop.nodeId(), round, null, nextAt));
        if (nextAt != null) {
            transition.command(new EngineCommand.SetTimer(TimerKey.iteration(loop.id()), nextAt));
        }
    }

    private static @Nullable Duration delay(StepRun run) {
        try {
            return EngineSteps.field(run.input(), "delay") instanceof String text ? Duration.parse(text) : null;
        } catch (DateTimeParseException notADuration) {
            return null;
        }
    }

    private static int mostRounds(Place loop) {
        return loop.node().node().config().get("maxIterations") instanceof Number most ? most.intValue() : USUAL_ROUNDS;
    }

    private static StepError tooManyRounds(Place loop) {
        return StepError.permanent(
                "repeat.too-many-rounds",
                "Expected the condition of step %s to hold within %d rounds, but it did not"
                        .formatted(loop.nodeId(), mostRounds(loop)));
    }
}
