package com.automatrix.execution.persistence;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** What a batch adds to the figures of a workflow's step: attempts that ended in one hour. */
public record StepRollup(Key key, long attempts, long durationMsSum, long durationMsMax) {

    /** The key of the row; batches of several replicas take their locks in this order. */
    public record Key(Instant hour, UUID workflowId, String nodeId, String status) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::hour)
                .thenComparing(Key::workflowId)
                .thenComparing(Key::nodeId)
                .thenComparing(Key::status);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public static StepRollup attempt(Key key, long durationMs) {
        return new StepRollup(key, 1, durationMs, durationMs);
    }

    public StepRollup and(StepRollup other) {
        return new StepRollup(
                key,
                attempts + other.attempts,
                durationMsSum + other.durationMsSum,
                Math.max(durationMsMax, other.durationMsMax));
    }
}
