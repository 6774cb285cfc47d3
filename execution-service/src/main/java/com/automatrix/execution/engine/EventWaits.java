package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.SubscribeToEvent;
import com.automatrix.contracts.message.ExecutionCommand.UnsubscribeFromEvent;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import com.automatrix.execution.correlation.CorrelationKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code flow.waitForEvent}: subscribes at the correlation of its value, and waits for a signal or for its timeout. */
final class EventWaits {

    static final String TYPE = "flow.waitForEvent";

    private static final String CORRELATION = "correlation";
    private static final String EVENT_TYPE = "eventType";
    private static final String VALUE = "value";
    private static final String TIMEOUT = "timeout";

    private EventWaits() {}

    /** The config without what is an expression over the event, not over the execution. */
    static Map<String, Object> early(Map<String, Object> config) {
        Map<String, Object> correlation = new LinkedHashMap<>();
        for (String name : List.of(EVENT_TYPE, VALUE)) {
            Object part = EngineSteps.field(config.get(CORRELATION), name);
            if (part != null) {
                correlation.put(name, part);
            }
        }
        Map<String, Object> early = new LinkedHashMap<>(config);
        early.remove("filter");
        early.put(CORRELATION, correlation);
        return early;
    }

    static void begin(Transition transition, Place place, Map<String, Object> config) {
        String key = key(place, config);
        if (key == null) {
            Failing.fail(transition, place, noValue(place));
            return;
        }
        Duration lookback;
        Duration timeout;
        try {
            lookback = duration(config.get("lookback"));
            timeout = duration(config.get(TIMEOUT));
        } catch (DateTimeParseException unreadable) {
            Failing.fail(transition, place, unreadable(place, unreadable));
            return;
        }
        Instant until = timeout == null ? null : Deadlines.after(transition.now(), timeout);
        transition.record(
                (sequence, at) -> new ExecutionEvent.StepWaiting(sequence, at, place.id(), place.nodeId(), until));
        UUID commandId = commandId("subscribe", transition, place);
        subscribe(transition, place, commandId, new Subscription(key, lookback, until));
        if (until != null) {
            transition.command(new EngineCommand.SetTimer(TimerKey.wait(place.id()), until));
        }
    }

    private record Subscription(
            String key,
            @Nullable Duration lookback,
            @Nullable Instant until) {}

    private static void subscribe(Transition transition, Place place, UUID commandId, Subscription to) {
        Object filter = place.node().node().config().get("filter");
        transition.command(new EngineCommand.Tell(new SubscribeToEvent(
                commandId,
                to.key(),
                transition.state().id(),
                place.id(),
                filter == null ? null : filter.toString(),
                to.lookback(),
                to.until())));
    }

    /** The subscription of a step run that waits was lost. */
    static void subscribeAgain(Transition transition, StepRun run, UUID cause) {
        Place place = transition.workflow().place(run.id());
        String key = place == null ? null : key(place, run.input());
        if (place == null || key == null) {
            return;
        }
        UUID commandId = commandId("subscribe-again/" + cause, transition, place);
        Duration lookback = duration(EngineSteps.field(run.input(), "lookback"));
        subscribe(transition, place, commandId, new Subscription(key, lookback, run.dueAt()));
    }

    /** The event has not come in time. */
    static Decision timedOut(Transition transition, Place place, StepRun run) {
        unsubscribe(transition, place, run);
        Succeeding.inEngine(transition, place, new EngineSteps.Result(Map.of(), List.of(TIMEOUT), null));
        return Advancing.advance(transition);
    }

    /** The event has come. */
    static Decision arrived(Transition transition, Place place, StepRun run, SignalStep command) {
        transition.remember(command.commandId());
        Cancelling.timers(run).forEach(timer -> transition.command(new EngineCommand.ClearTimer(timer)));
        Succeeding.inEngine(transition, place, new EngineSteps.Result(command.output(), List.of(Edge.OUT), null));
        return Advancing.advance(transition);
    }

    /** Nobody waits any more. */
    static void unsubscribe(Transition transition, Place place, StepRun run) {
        String key = key(place, run.input());
        if (key != null) {
            transition.command(new EngineCommand.Tell(new UnsubscribeFromEvent(
                    commandId("unsubscribe", transition, place),
                    key,
                    transition.state().id(),
                    place.id())));
        }
    }

    static @Nullable String key(Place place, @Nullable Object input) {
        Object correlation = EngineSteps.field(input, CORRELATION);
        Object value = EngineSteps.field(correlation, VALUE);
        Object eventType = EngineSteps.field(correlation, EVENT_TYPE);
        Object expression = EngineSteps.field(place.node().node().config().get(CORRELATION), "event");
        return value == null || value.equals("") || eventType == null || expression == null
                ? null
                : CorrelationKey.of(eventType.toString(), expression.toString(), value);
    }

    private static @Nullable Duration duration(@Nullable Object text) {
        return text == null ? null : Duration.parse(text.toString());
    }

    private static UUID commandId(String what, Transition transition, Place place) {
        String name = "%s/%s/%s".formatted(what, transition.state().id(), place.id());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static StepError noValue(Place place) {
        return StepError.permanent(
                "wait.no-value",
                "Expected the value of step %s to tell which event it waits for, but it is empty"
                        .formatted(place.nodeId()));
    }

    private static StepError unreadable(Place place, DateTimeParseException why) {
        return StepError.permanent(
                "wait.unreadable-time",
                "Expected step %s to have a duration such as PT30M, but %s"
                        .formatted(place.nodeId(), why.getMessage()));
    }
}
