package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code flow.wait}: for a while, until a time, or until a department opens. Holds no thread, only a timer. */
final class Waits {

    private Waits() {}

    static void begin(Transition transition, Place place, Map<String, Object> config) {
        Instant until;
        try {
            until = until(transition, config);
        } catch (DateTimeException notATime) {
            Failing.fail(transition, place, unreadable(place, notATime));
            return;
        }
        if (until == null) {
            Failing.fail(transition, place, neverOpen(place, config));
        } else if (until.isAfter(transition.now())) {
            transition.record(
                    (sequence, at) -> new ExecutionEvent.StepWaiting(sequence, at, place.id(), place.nodeId(), until));
            transition.command(new EngineCommand.SetTimer(TimerKey.wait(place.id()), until));
        } else {
            end(transition, place);
        }
    }

    static Decision over(Transition transition, Place place, StepRun run) {
        if (run.status() != StepStatus.WAITING) {
            return new Decision.Ignored("step %s does not wait, it is %s".formatted(run.id(), run.status()));
        }
        if (place.type().equals(EventWaits.TYPE)) {
            return EventWaits.timedOut(transition, place, run);
        }
        if (People.isOfPeople(place.type())) {
            return People.expired(transition, place, run);
        }
        end(transition, place);
        return Advancing.advance(transition);
    }

    private static void end(Transition transition, Place place) {
        Map<String, Object> output = Map.of("waitedUntil", transition.now().toString());
        Succeeding.inEngine(transition, place, new EngineSteps.Result(output, List.of(Edge.OUT), null));
    }

    private static @Nullable Instant until(Transition transition, Map<String, Object> config) {
        Object duration = config.get("duration");
        if (duration != null) {
            return Deadlines.after(transition.now(), Duration.parse(duration.toString()));
        }
        Object until = config.get("until");
        if (until != null) {
            return OffsetDateTime.parse(until.toString()).toInstant();
        }
        return OpeningHours.of(transition.circumstances().vars(), String.valueOf(config.get("businessHours")))
                .nextOpening(transition.now());
    }

    private static StepError unreadable(Place place, DateTimeException why) {
        return StepError.permanent(
                "wait.unreadable-time",
                "Expected step %s to wait for a duration such as PT30M or until a time such as 2026-05-01T14:00:00Z, but %s"
                        .formatted(place.nodeId(), why.getMessage()));
    }

    private static StepError neverOpen(Place place, Map<String, Object> config) {
        return StepError.permanent(
                "wait.never-open",
                "Expected the settings to say when %s is open, so that step %s can wait for it, but they do not"
                        .formatted(config.get("businessHours"), place.nodeId()));
    }
}
