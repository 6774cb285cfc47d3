package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code flow.foreach}: the steps inside once for each item, so many at a time, with the results in the items' order. */
final class Foreach {

    private static final int MOST_ITEMS = 10_000;

    private Foreach() {}

    /** Refuses a list that is too long. */
    static void check(Transition transition, Place loop) {
        int size = items(run(transition, loop)).size();
        if (size > MOST_ITEMS) {
            Containers.fail(
                    transition,
                    loop,
                    StepError.permanent(
                            "foreach.too-many-items",
                            "Expected step %s to go over at most %,d items, but it has %,d"
                                    .formatted(loop.nodeId(), MOST_ITEMS, size)));
        }
    }

    static void advance(Transition transition, Place loop) {
        for (int index = 0; index < progress(transition, loop).started(); index++) {
            advance(transition, loop, index);
            if (!Containers.isOpen(transition, loop)) {
                return;
            }
        }
        startMore(transition, loop);
        if (!Containers.isOpen(transition, loop)) {
            return;
        }
        Loop progress = progress(transition, loop);
        if (progress.finished() == items(run(transition, loop)).size()) {
            Containers.finish(transition, loop, progress.outputs());
        }
    }

    private static void startMore(Transition transition, Place loop) {
        int items = items(run(transition, loop)).size();
        while (Containers.isOpen(transition, loop)) {
            Loop progress = progress(transition, loop);
            if (progress.started() == items || progress.goingOn() >= atOnce(loop)) {
                return;
            }
            if (!transition.takesIteration()) {
                transition.command(new EngineCommand.SetTimer(TimerKey.iteration(loop.id()), transition.now()));
                return;
            }
            int index = progress.started();
            transition.record((sequence, at) ->
                    new ExecutionEvent.IterationStarted(sequence, at, loop.id(), loop.nodeId(), index));
            advance(transition, loop, index);
        }
    }

    private static void advance(Transition transition, Place loop, int index) {
        if (!progress(transition, loop).isGoingOn(index)) {
            return;
        }
        List<Integer> path = loop.iteration(index);
        CompiledGraph inside = transition.workflow().inside(loop.nodeId());
        Advancing.decide(transition, inside, path);
        if (Containers.isOpen(transition, loop)
                && progress(transition, loop).isGoingOn(index)
                && Advancing.isDecided(transition, inside, path)) {
            finish(transition, loop, index);
        }
    }

    private static void finish(Transition transition, Place loop, int index) {
        try {
            Object output = Containers.output(transition, loop, loop.iteration(index));
            StepError tooLarge = SizeLimits.ofCollected(transition.state(), output);
            if (tooLarge == null) {
                finished(transition, loop, index, output);
            } else {
                Containers.fail(transition, loop, tooLarge);
            }
        } catch (ExpressionFailed failed) {
            Containers.fail(transition, loop, StepError.permanent(failed.code(), failed.getMessage()));
        }
    }

    /** One item's error fails the loop, or stands in the place of its result. */
    static void itemFailed(Transition transition, Place loop, Place child, StepError error) {
        if (!"CONTINUE".equals(loop.node().node().config().get("onItemError"))) {
            Containers.fail(transition, loop, error);
            return;
        }
        int index = child.iteration();
        Cancelling.cancelInside(transition, Insides.of(transition.state(), loop.id(), index));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("error", Map.of("code", error.code(), "message", error.message()));
        finished(transition, loop, index, result);
    }

    private static void finished(Transition transition, Place loop, int index, @Nullable Object output) {
        transition.record((sequence, at) ->
                new ExecutionEvent.IterationFinished(sequence, at, loop.id(), loop.nodeId(), index, output, null));
    }

    /** A single value is a list of one, as in JSONata; nothing is an empty list. */
    static List<?> items(StepRun run) {
        Object items = run.input() instanceof Map<?, ?> input ? input.get("items") : null;
        return switch (items) {
            case null -> List.of();
            case List<?> list -> list;
            default -> List.of(items);
        };
    }

    private static int atOnce(Place loop) {
        return loop.node().node().config().get("parallel") instanceof Number parallel
                ? Math.max(1, parallel.intValue())
                : 1;
    }

    private static Loop progress(Transition transition, Place loop) {
        return run(transition, loop).loopOrBeginning();
    }

    private static StepRun run(Transition transition, Place loop) {
        return transition.state().known(loop.id());
    }
}
