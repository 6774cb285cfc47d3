package com.automatrix.contracts.definition;

import org.jspecify.annotations.Nullable;

/**
 * How many executions with the same key may go on at once.
 *
 * @param key an expression over {@code input}; null counts all executions of the workflow together
 * @param limit at least 1
 * @param policy what happens to one too many; null is {@link Policy#QUEUE}
 */
public record Concurrency(
        @Nullable String key, int limit, @Nullable Policy policy) {

    /** What happens to an execution that would exceed the limit. */
    public enum Policy {
        /** It waits for its turn. */
        QUEUE,
        /** It is not started. */
        SKIP,
        /** It starts, and the oldest one that is running is cancelled. */
        CANCEL_RUNNING
    }

    public Policy policyOrDefault() {
        return policy == null ? Policy.QUEUE : policy;
    }
}
