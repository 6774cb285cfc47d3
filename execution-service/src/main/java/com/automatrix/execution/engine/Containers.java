package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.message.StepError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all containers have in common; each kind has a class of its own. */
final class Containers {

    private static final String OUTPUT = "output";

    private Containers() {}

    /** Begins what is inside; the container itself has started. */
    static void begin(Transition transition, Place container) {
        if (container.type().equals(CompiledNode.FOREACH)) {
            Foreach.check(transition, container);
        }
        StepRun run = transition.state().step(container.id());
        if (run != null && run.status() == StepStatus.RUNNING) {
            advance(transition, container);
        }
    }

    /** Decides what can be decided inside, and finishes the container once all is. */
    static void advance(Transition transition, Place container) {
        switch (container.type()) {
            case CompiledNode.FOREACH -> Foreach.advance(transition, container);
            case CompiledNode.REPEAT -> Repeat.advance(transition, container);
            case CompiledNode.RACE -> Race.advance(transition, container);
            case CompiledNode.AGENT -> Agent.advance(transition, container);
            default -> advanceScope(transition, container);
        }
    }

    private static void advanceScope(Transition transition, Place scope) {
        CompiledGraph inside = transition.workflow().inside(scope.nodeId());
        Advancing.decide(transition, inside, scope.path());
        if (isOpen(transition, scope) && Advancing.isDecided(transition, inside, scope.path())) {
            succeed(transition, scope, scope.path());
        }
    }

    /** Whether the container directly around a place, and its iteration, still go on. */
    static boolean isGoingOn(Transition transition, Place place) {
        Place around = place.container();
        if (around == null) {
            return true;
        }
        StepRun run = transition.state().step(around.id());
        return run != null
                && run.status() == StepStatus.RUNNING
                && (!around.node().isLoop() || run.loopOrBeginning().isGoingOn(place.iteration()));
    }

    static boolean isOpen(Transition transition, Place container) {
        StepRun run = transition.state().step(container.id());
        return transition.state().isGoingOn() && run != null && run.status() == StepStatus.RUNNING;
    }

    /** A step inside has failed, and nothing beside it takes the error. */
    static void childFailed(Transition transition, Place container, Place child, StepError error) {
        switch (container.type()) {
            case CompiledNode.FOREACH -> Foreach.itemFailed(transition, container, child, error);
            case CompiledNode.RACE -> Race.branchFailed(transition, container, child, error);
            case CompiledNode.AGENT -> Agent.childFailed(transition, container, child, error);
            default -> fail(transition, container, error);
        }
    }

    /** Gives up what is inside and fails the container. */
    static void fail(Transition transition, Place container, StepError error) {
        Cancelling.cancelInside(transition, Insides.of(transition.state(), container.id()));
        clearTimers(transition, container);
        StepError permanent = StepError.permanent(error.code(), error.message());
        boolean isTakenHere = !Failing.handles(container.node()).isEmpty();
        boolean isScope = container.type().equals(CompiledNode.SCOPE);
        if (!isScope || !isTakenHere || !Compensating.begin(transition, container, permanent)) {
            Failing.fail(transition, container, permanent);
        }
    }

    /** Finishes a container whose output is what one of its graphs gave. */
    static void succeed(Transition transition, Place container, List<Integer> path) {
        try {
            finish(transition, container, output(transition, container, path));
        } catch (ExpressionFailed failed) {
            fail(transition, container, StepError.permanent(failed.code(), failed.getMessage()));
        }
    }

    static void finish(Transition transition, Place container, @Nullable Object output) {
        clearTimers(transition, container);
        Succeeding.inEngine(transition, container, new EngineSteps.Result(output, List.of(Edge.OUT), null));
    }

    /** What the config asks for, else the outputs of the last steps inside. */
    static @Nullable Object output(Transition transition, Place container, List<Integer> path) {
        Object wanted = container.node().node().config().get(OUTPUT);
        return wanted == null
                ? Ending.outputOfTerminalNodes(transition, transition.workflow().inside(container.nodeId()), path)
                : transition.expressions().resolve(wanted, Visible.inside(container, path, transition));
    }

    private static void clearTimers(Transition transition, Place container) {
        Cancelling.timers(transition.state().known(container.id()))
                .forEach(timer -> transition.command(new EngineCommand.ClearTimer(timer)));
    }
}
