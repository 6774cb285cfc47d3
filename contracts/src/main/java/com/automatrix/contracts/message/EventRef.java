package com.automatrix.contracts.message;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of a CloudEvent; (source, id) names it for ever. Expressions see it as {@code event}. */
public record EventRef(
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable Instant time,
        @Nullable Map<String, String> extensions) {

    public EventRef {
        extensions = extensions == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    }
}
