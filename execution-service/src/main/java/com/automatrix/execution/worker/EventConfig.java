package com.automatrix.execution.worker;

import org.jspecify.annotations.Nullable;

/** The config of {@code event.publish}. */
record EventConfig(
        String eventType,
        @Nullable Object data,
        @Nullable String subject,
        @Nullable String partitionKey,
        @Nullable String topic) {}
