package com.automatrix.execution.correlation;

import com.automatrix.contracts.message.KeyPart;

/** Where an event and those that wait for it meet. */
public final class CorrelationKey {

    private CorrelationKey() {}

    /**
     * The key of the correlation; it has less than 500 characters, whatever its parts are.
     *
     * @param expression over the event's data, as it is written in the definition
     * @param value of the expression in the event, and of the waiting side's own; never null
     */
    public static String of(String eventType, String expression, Object value) {
        return KeyPart.of(eventType) + ":" + KeyPart.of(expression) + ":" + KeyPart.of(value);
    }
}
