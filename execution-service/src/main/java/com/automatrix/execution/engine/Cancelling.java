package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepCancelled;
import java.util.ArrayList;
import java.util.List;
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
            return new Decision.Refused(finishedAlready(state));
        }
        if (state.status() == ExecutionStatus.COMPENSATING) {
            return new Decision.Ignored("execution %s ends already".formatted(state.id()));
        }
        transition.remember(command.commandId());
        if (state.isPaused()) {
            Pausing.resume(transition, command.requestedBy());
        }
        cancelUndecided(transition);
        Compensating.begin(transition, new PendingEnd(null, command.reason(), command.requestedBy()));
        return transition.decision();
    }

    static Refusal finishedAlready(ExecutionState state) {
        return new Refusal(
                "execution.already-finished",
                "Expected execution %s to be going on, but it is %s".formatted(state.id(), state.status()));
    }

    /** Cancels every step run that is going on. */
    static void cancelUndecided(Transition transition) {
        cancelInside(transition, List.copyOf(transition.state().steps().values()));
    }

    /** What undoes a scope's steps is of no use any more once the execution completes. */
    static void cancelCompensations(Transition transition) {
        for (StepRun run : List.copyOf(transition.state().steps().values())) {
            if (run.id().isCompensation() && !run.status().isDecided()) {
                cancel(transition, run);
            }
        }
    }

    /** Cancels those of the step runs that are going on, the innermost first. */
    static void cancelInside(Transition transition, List<StepRun> runs) {
        for (StepRun run : runs.reversed()) {
            if (!run.status().isDecided() && !run.id().isCompensation()) {
                cancel(transition, run);
            }
        }
    }

    /** Of the nodes beside a place, cancels those that are going on, and skips those that are not decided. */
    static void cancelThose(Transition transition, Place beside, Set<String> nodeIds) {
        for (CompiledNode node : transition.workflow().beside(beside.node()).nodes()) {
            if (!nodeIds.contains(node.id())) {
                continue;
            }
            Place place = new Place(node, beside.path());
            StepRun run = transition.state().step(place.id());
            if (run == null) {
                skip(transition, place);
            } else if (!run.status().isDecided()) {
                cancelInside(transition, Insides.of(transition.state(), run.id()));
                cancel(transition, run);
            }
        }
    }

    static void skip(Transition transition, Place place) {
        transition.record((sequence, at) ->
                new ExecutionEvent.StepSkipped(sequence, at, place.id(), place.nodeId(), place.parent()));
    }

    private static void cancel(Transition transition, StepRun run) {
        Place place = transition.workflow().place(run.id());
        if (place != null && run.status() == StepStatus.RUNNING) {
            callOff(transition, place, run);
        }
        if (place != null && place.type().equals(EventWaits.TYPE)) {
            EventWaits.unsubscribe(transition, place, run);
        }
        if (place != null && People.isAsked(place, run)) {
            People.cancel(transition, run);
        }
        timers(run).forEach(timer -> transition.command(new EngineCommand.ClearTimer(timer)));
        transition.record((sequence, at) -> new ExecutionEvent.StepCancelled(
                sequence, at, run.id(), run.id().nodeId()));
    }

    /** Tells whoever does the work of a running attempt that nobody waits for it any more. */
    static void callOff(Transition transition, Place place, StepRun run) {
        if (place.node().isCall()) {
            Calls.cancel(transition, run);
        } else if (place.node().runsOnWorker()) {
            transition.command(new EngineCommand.CancelStep(
                    place.node().worker(), new StepCancelled(transition.state().id(), run.id())));
        }
    }

    /** The timers that a step run which is going on has set. */
    static List<TimerKey> timers(StepRun run) {
        List<TimerKey> timers = new ArrayList<>();
        if (run.dueAt() != null) {
            timers.add(timerUntil(run));
        }
        if (run.loop() != null) {
            timers.add(TimerKey.iteration(run.id()));
        }
        return timers;
    }

    /** The timer for the time at which a step run is due. */
    static TimerKey timerUntil(StepRun run) {
        return switch (run.status()) {
            case WAITING -> TimerKey.wait(run.id());
            case RETRYING -> TimerKey.retry(run.id(), run.attempt());
            case RUNNING, COMPENSATING, COMPLETED, FAILED, SKIPPED, CANCELLED ->
                TimerKey.stepTimeout(run.id(), run.attempt());
        };
    }
}
