package com.automatrix.execution.persistence;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** What a batch adds to the time that executions had waited which began in one hour. */
public record QueueRollup(Key key, long executions, long waitMsSum, long waitMsMax) {

    /** The key of the row; batches of several replicas take their locks in this order. */
    public record Key(Instant hour, UUID workflowId) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::hour).thenComparing(Key::workflowId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public static QueueRollup begin(Key key, long waitMs) {
        return new QueueRollup(key, 1, waitMs, waitMs);
    }

    public QueueRollup and(QueueRollup other) {
        return new QueueRollup(
                key, executions + other.executions, waitMsSum + other.waitMsSum, Math.max(waitMsMax, other.waitMsMax));
    }
}
