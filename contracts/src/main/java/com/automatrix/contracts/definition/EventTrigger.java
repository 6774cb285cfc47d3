package com.automatrix.contracts.definition;

import org.jspecify.annotations.Nullable;

/**
 * Starts an execution for each event of a type.
 *
 * @param eventType the CloudEvent type, such as {@code com.automatrix.lead.received.v1}
 * @param filter an expression over {@code input} and {@code event} that must be true; null lets every event through
 */
public record EventTrigger(
        String id, String eventType, @Nullable String filter) implements Trigger {}
