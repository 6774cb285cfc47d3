package com.automatrix.execution.webhook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request to a webhook as it came.
 *
 * @param headers by their names in lower case
 * @param query a text, or a list where a name comes more than once
 * @param body the raw bytes, which signatures are made of
 */
// Bytes on their way to a checksum, never compared.
@SuppressWarnings("ArrayRecordComponent")
record WebhookRequest(
        String method,
        Map<String, String> headers,
        Map<String, Object> query,
        @Nullable String contentType,
        byte[] body) {

    WebhookRequest {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    @Nullable
    String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** What expressions see as {@code request}; headers that prove something are left out. */
    Map<String, @Nullable Object> seen(@Nullable Object content, Set<String> hidden) {
        Map<String, String> shown = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            if (!hidden.contains(name)) {
                shown.put(name, value);
            }
        });
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("method", method);
        request.put("headers", shown);
        request.put("query", query);
        request.put("body", content);
        return request;
    }
}
