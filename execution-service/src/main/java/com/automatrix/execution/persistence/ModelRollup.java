package com.automatrix.execution.persistence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** What a batch adds to the use of a model by a workflow in one hour; the cost is in US dollars. */
public record ModelRollup(Key key, long calls, long promptTokens, long completionTokens, BigDecimal cost) {

    /** The key of the row; batches of several replicas take their locks in this order. */
    public record Key(Instant hour, UUID workflowId, String model) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::hour).thenComparing(Key::workflowId).thenComparing(Key::model);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public ModelRollup and(ModelRollup other) {
        return new ModelRollup(
                key,
                calls + other.calls,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                cost.add(other.cost));
    }
}
