package com.automatrix.execution.correlation;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.EventRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who waits at one correlation, and which events still count for those who come later.
 *
 * @param waiting in the order in which they came
 * @param recent oldest first
 * @param applied ids of the latest commands, oldest first
 */
public record CorrelationState(List<Subscription> waiting, List<Arrival> recent, List<UUID> applied) {

    public static final CorrelationState EMPTY = new CorrelationState(List.of(), List.of(), List.of());

    public CorrelationState {
        waiting = List.copyOf(waiting);
        recent = List.copyOf(recent);
        applied = List.copyOf(applied);
    }

    /**
     * A step run that waits.
     *
     * @param until when it gives up by itself; null is never
     */
    public record Subscription(
            ExecutionId executionId,
            StepRunId stepRunId,
            @Nullable String filter,
            @Nullable Instant until) {

        boolean isOf(ExecutionId execution, StepRunId step) {
            return executionId.equals(execution) && stepRunId.equals(step);
        }
    }

    /**
     * An event that came.
     *
     * @param bytes what its data takes
     */
    public record Arrival(
            UUID commandId, EventRef event, @Nullable Object data, Instant at, Instant keptUntil, long bytes) {}

    /** When nobody waits any more and no event counts any more; empty if somebody waits for as long as it takes. */
    public Optional<Instant> usedUntil() {
        Instant latest = Instant.EPOCH;
        for (Subscription subscription : waiting) {
            if (subscription.until() == null) {
                return Optional.empty();
            }
            latest = later(latest, subscription.until());
        }
        for (Arrival arrival : recent) {
            latest = later(latest, arrival.keptUntil());
        }
        return Optional.of(latest);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
