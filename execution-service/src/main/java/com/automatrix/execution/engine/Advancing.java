package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes over the graph after something has happened, and decides every node that can be decided now. */
final class Advancing {

    private Advancing() {}

    static Decision advance(Transition transition) {
        decide(transition, transition.workflow().top(), List.of());
        if (transition.state().isGoingOn()) {
            completeOrWait(transition);
        }
        return Compensating.advance(transition);
    }

    /** Decides what can be decided in one graph, in one iteration of the loops around it. */
    static void decide(Transition transition, CompiledGraph graph, List<Integer> path) {
        // Nodes come after all that lead to them, so one pass is enough.
        for (CompiledNode node : graph.nodes()) {
            Place place = new Place(node, path);
            if (!transition.state().mayBegin() || !Containers.isGoingOn(transition, place)) {
                return;
            }
            StepRun run = transition.state().step(place.id());
            if (run == null) {
                decide(transition, place);
            } else if (node.isContainer() && run.status() == StepStatus.RUNNING) {
                Containers.advance(transition, place);
            } else if (run.status() == StepStatus.COMPENSATING) {
                Compensating.advance(transition, place);
            }
        }
    }

    private static void decide(Transition transition, Place place) {
        switch (Joining.of(place, transition.state())) {
            case RUN -> {
                Cancelling.cancelThose(transition, place, place.node().onlyLeadHere());
                Attempts.begin(transition, place);
            }
            case SKIP -> Cancelling.skip(transition, place);
            case WAIT -> {}
        }
    }

    static boolean isDecided(Transition transition, CompiledGraph graph, List<Integer> path) {
        return graph.nodes().stream()
                .allMatch(node -> isDecided(transition.state().step(new Place(node, path).id())));
    }

    private static boolean isDecided(@Nullable StepRun run) {
        return run != null && run.status().isDecided();
    }

    private static void completeOrWait(Transition transition) {
        ExecutionState state = transition.state();
        CompiledGraph top = transition.workflow().top();
        if (isDecided(transition, top, List.of())) {
            Ending.complete(transition, Ending.outputOfTerminalNodes(transition, top, List.of()));
            return;
        }
        boolean isAnyRunning = state.steps().values().stream().anyMatch(run -> isAtWork(transition, run));
        if (isAnyRunning && state.status() == ExecutionStatus.WAITING) {
            transition.record(ExecutionEvent.Running::new);
        } else if (!isAnyRunning && state.status() == ExecutionStatus.RUNNING) {
            transition.record(ExecutionEvent.Waiting::new);
        }
    }

    /** A container by itself does no work. */
    private static boolean isAtWork(Transition transition, StepRun run) {
        if (run.status() != StepStatus.RUNNING) {
            return false;
        }
        CompiledNode node = transition.workflow().node(run.id().nodeId());
        return node == null || !node.isContainer();
    }
}
