package com.automatrix.execution.trigger;

import com.automatrix.contracts.message.EventRef;
import org.jspecify.annotations.Nullable;

/**
 * Is told of every dealership event that counts, in the transaction that notes it: once for each (source, id), whether or
 * not a trigger wants it. What it throws takes the event to the dead letters.
 */
public interface EventObserver {

    void observe(EventRef event, @Nullable Object data);
}
