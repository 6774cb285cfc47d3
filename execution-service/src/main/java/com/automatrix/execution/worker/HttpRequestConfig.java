package com.automatrix.execution.worker;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The config of {@code http.request}. */
record HttpRequestConfig(
        String method,
        String url,
        @Nullable Map<String, @Nullable Object> query,
        @Nullable Map<String, String> headers,
        @Nullable Object body,
        @Nullable String credential,
        @Nullable Map<String, Object> responseSchema) {}
