package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Compensation;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Undoes what completed steps did, one after the other in the reverse order of their completion. */
final class Compensating {

    private Compensating() {}

    /** Notes how a step that has just completed would be undone, if its node says so. */
    static void note(Transition transition, Place place) {
        note(transition, place, transition.state().known(place.id()).output());
    }

    private static void note(Transition transition, Place place, @Nullable Object output) {
        Compensation compensation = place.node().node().compensation();
        if (compensation == null) {
            return;
        }
        Object config = config(transition, place, compensation, output);
        transition.record((sequence, at) -> new ExecutionEvent.CompensationRecorded(
                sequence, at, place.id(), place.nodeId(), config, place.parent()));
    }

    private static @Nullable Object config(
            Transition transition, Place place, Compensation compensation, @Nullable Object output) {
        try {
            return transition.expressions().resolve(compensation.config(), Visible.with(place, output, transition));
        } catch (ExpressionFailed failed) {
            return null;
        }
    }

    /** A step that was cancelled has succeeded all the same: it is undone too, while there is time for it. */
    static Decision late(Transition transition, Place place, StepOutcome.Succeeded outcome) {
        ExecutionState state = transition.state();
        boolean isNoted = state.toUndo().stream().anyMatch(undo -> undo.step().equals(place.id()));
        if (isNoted || state.step(place.id().compensation()) != null) {
            return new Decision.Ignored("step %s is being undone already".formatted(place.id()));
        }
        if (place.node().node().compensation() == null) {
            return new Decision.Ignored("step %s is cancelled".formatted(place.id()));
        }
        note(transition, place, outcome.output());
        return advance(transition);
    }

    /** Ends the execution: at once, or when all is undone. */
    static void begin(Transition transition, PendingEnd end) {
        Ending.clearTimeout(transition);
        if (transition.state().toUndo().isEmpty()) {
            end(transition, end);
        } else {
            transition.record((sequence, at) ->
                    new ExecutionEvent.Compensating(sequence, at, end.error(), end.reason(), end.by()));
            advance(transition);
        }
    }

    /** Goes on undoing, and ends the execution once nothing is left. */
    static Decision advance(Transition transition) {
        ExecutionState state = transition.state();
        PendingEnd end = state.pendingEnd();
        if (end != null && !state.hasEnded() && !isBusy(transition, state.toUndo())) {
            end(transition, end);
        }
        return transition.decision();
    }

    private static void end(Transition transition, PendingEnd end) {
        ExecutionError error = end.error();
        transition.record((sequence, at) -> error == null
                ? new ExecutionEvent.Cancelled(sequence, at, end.reason(), end.by())
                : new ExecutionEvent.Failed(sequence, at, error));
    }

    /** Whether a scope that fails has something to undo before its error is taken. */
    static boolean begin(Transition transition, Place scope, StepError error) {
        if (of(transition, scope).isEmpty()) {
            return false;
        }
        transition.record(
                (sequence, at) -> new ExecutionEvent.StepCompensating(sequence, at, scope.id(), scope.nodeId(), error));
        advance(transition, scope);
        return true;
    }

    /** Goes on undoing what was done in a scope, and lets it fail once nothing is left. */
    static void advance(Transition transition, Place scope) {
        StepError error = transition.state().known(scope.id()).error();
        if (error != null && !isBusy(transition, of(transition, scope))) {
            Failing.fail(transition, scope, error);
        }
    }

    private static List<Undo> of(Transition transition, Place scope) {
        return transition.state().toUndo().stream()
                .filter(undo -> scope.id().equals(undo.container()))
                .toList();
    }

    /** Whether one is being undone; if not, begins with the last. */
    private static boolean isBusy(Transition transition, List<Undo> undos) {
        boolean isUnderWay = undos.stream()
                .anyMatch(undo -> transition.state().step(undo.step().compensation()) != null);
        if (isUnderWay || undos.isEmpty()) {
            return isUnderWay;
        }
        if (transition.state().isPaused()) {
            return true;
        }
        Undo last = undos.getLast();
        Place place = transition.workflow().place(last.step().compensation());
        if (place == null) {
            throw new IllegalStateException("Expected step %s to have a compensation".formatted(last.step()));
        }
        Attempts.beginWith(transition, place, last.config());
        List<Undo> left = undos.stream()
                .filter(undo -> transition.state().toUndo().contains(undo))
                .toList();
        return isBusy(transition, left);
    }
}
