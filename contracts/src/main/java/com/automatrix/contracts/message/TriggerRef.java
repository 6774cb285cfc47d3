package com.automatrix.contracts.message;

import org.jspecify.annotations.Nullable;

/**
 * What started an execution.
 *
 * @param id the trigger of the definition; null for the API
 * @param eventId the CloudEvent's id, for events
 * @param eventType the CloudEvent's type, for events
 */
public record TriggerRef(
        TriggerKind kind,
        @Nullable String id,
        @Nullable String eventId,
        @Nullable String eventType) {

    /** A person or another system asked over HTTP. */
    public static TriggerRef api() {
        return new TriggerRef(TriggerKind.API, null, null, null);
    }

    /** A step of another execution called it. */
    public static TriggerRef call() {
        return new TriggerRef(TriggerKind.CALL, null, null, null);
    }
}
