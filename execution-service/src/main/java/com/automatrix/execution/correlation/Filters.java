package com.automatrix.execution.correlation;

import com.automatrix.contracts.message.EventRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Evaluates what a subscription says about the event that it wants. */
@FunctionalInterface
public interface Filters {

    /**
     * Whether the filter is true of the event; false too if it cannot be evaluated. Called inside a decision: no I/O,
     * the same answer for the same arguments, bounded in time.
     *
     * @param filter an expression over the event's data as {@code input} and its attributes as {@code event}
     */
    boolean accepts(String filter, EventRef event, @Nullable Object data, Instant now);
}
