package com.automatrix.execution.correlation;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.EventArrived;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.SubscribeToEvent;
import com.automatrix.contracts.message.ExecutionCommand.ToCorrelation;
import com.automatrix.contracts.message.ExecutionCommand.UnsubscribeFromEvent;
import com.automatrix.execution.correlation.CorrelationState.Arrival;
import com.automatrix.execution.correlation.CorrelationState.Subscription;
import com.automatrix.execution.engine.JsonSize;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides which waiting step runs an event wakes. Pure: the same arguments give the same decision. */
public final class Correlation {

    /** How many events are kept for those who subscribe later: older ones give way. */
    static final int KEPT_EVENTS = 50;
    /** What the kept events' data may take together. */
    static final long KEPT_BYTES = 512 * 1024;
    /** How many commands are told apart from their duplicates. */
    static final int REMEMBERED = 200;

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Filters filters;
    private final Instant now;
    private final List<Subscription> waiting;
    private final Deque<Arrival> recent;
    private final Deque<UUID> applied;
    private final List<ExecutionCommand> commands = new ArrayList<>();

    private Correlation(CorrelationState state, Filters filters, Instant now) {
        this.filters = filters;
        this.now = now;
        this.waiting = new ArrayList<>(state.waiting());
        this.recent = new ArrayDeque<>(state.recent());
        this.applied = new ArrayDeque<>(state.applied());
    }

    /**
     * What a command came to.
     *
     * @param commands for the step runs that are woken, in the order in which they subscribed
     */
    public record Outcome(CorrelationState next, List<ExecutionCommand> commands) {
        public Outcome {
            commands = List.copyOf(commands);
        }
    }

    /** Applies one command; one that was applied already changes nothing. */
    public static Outcome apply(CorrelationState state, ToCorrelation command, Filters filters, Instant now) {
        if (state.applied().contains(command.commandId())) {
            return new Outcome(state, List.of());
        }
        Correlation correlation = new Correlation(state, filters, now);
        correlation.prune();
        switch (command) {
            case SubscribeToEvent subscribe -> correlation.subscribe(subscribe);
            case UnsubscribeFromEvent unsubscribe ->
                correlation.remove(unsubscribe.executionId(), unsubscribe.stepRunId());
            case EventArrived arrived -> correlation.arrive(arrived);
        }
        correlation.remember(command.commandId());
        return new Outcome(
                new CorrelationState(
                        correlation.waiting, List.copyOf(correlation.recent), List.copyOf(correlation.applied)),
                correlation.commands);
    }

    private void prune() {
        waiting.removeIf(subscription ->
                subscription.until() != null && !subscription.until().isAfter(now));
        recent.removeIf(arrival -> !arrival.keptUntil().isAfter(now));
    }

    private void subscribe(SubscribeToEvent command) {
        remove(command.executionId(), command.stepRunId());
        if (command.until() != null && !command.until().isAfter(now)) {
            return;
        }
        Subscription subscription =
                new Subscription(command.executionId(), command.stepRunId(), command.filter(), command.until());
        for (Arrival arrival : recent) {
            if (isInSight(arrival, command.lookback()) && wants(subscription, arrival)) {
                wake(subscription, arrival);
                return;
            }
        }
        waiting.add(subscription);
    }

    private void arrive(EventArrived command) {
        Arrival arrival = new Arrival(
                command.commandId(),
                command.event(),
                command.data(),
                now,
                now.plus(bounded(command.keepFor())),
                JsonSize.of(command.data()));
        waiting.removeIf(subscription -> {
            boolean isWoken = wants(subscription, arrival);
            if (isWoken) {
                wake(subscription, arrival);
            }
            return isWoken;
        });
        if (arrival.keptUntil().isAfter(now)) {
            keep(arrival);
        }
    }

    private void keep(Arrival arrival) {
        recent.addLast(arrival);
        while (recent.size() > KEPT_EVENTS || bytesKept() > KEPT_BYTES) {
            recent.removeFirst();
        }
    }

    private long bytesKept() {
        return recent.stream().mapToLong(Arrival::bytes).sum();
    }

    private boolean isInSight(Arrival arrival, @Nullable Duration lookback) {
        return lookback != null && !arrival.at().isBefore(now.minus(bounded(lookback)));
    }

    private boolean wants(Subscription subscription, Arrival arrival) {
        String filter = subscription.filter();
        return filter == null || filters.accepts(filter, arrival.event(), arrival.data(), now);
    }

    private void wake(Subscription subscription, Arrival arrival) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        output.put("event", arrival.event().attributes());
        output.put("data", arrival.data());
        commands.add(new SignalStep(
                commandId(subscription, arrival),
                subscription.executionId(),
                subscription.stepRunId(),
                Edge.OUT,
                output,
                null));
    }

    private void remove(ExecutionId execution, StepRunId step) {
        waiting.removeIf(subscription -> subscription.isOf(execution, step));
    }

    private void remember(UUID commandId) {
        applied.addLast(commandId);
        if (applied.size() > REMEMBERED) {
            applied.removeFirst();
        }
    }

    private static Duration bounded(@Nullable Duration duration) {
        if (duration == null || duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }

    private static UUID commandId(Subscription subscription, Arrival arrival) {
        String name = arrival.commandId() + "/" + subscription.executionId() + "/" + subscription.stepRunId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
