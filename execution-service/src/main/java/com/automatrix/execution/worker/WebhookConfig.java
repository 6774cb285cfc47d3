package com.automatrix.execution.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The config of {@code webhook.send}. */
record WebhookConfig(
        String url,
        @Nullable Object body,
        @Nullable Map<String, String> headers,
        @Nullable String secret) {}
