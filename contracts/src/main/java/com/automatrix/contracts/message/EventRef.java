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

    /** The attributes by their CloudEvents names, extensions among them: what expressions and outputs show. */
    public Map<String, @Nullable Object> attributes() {
        Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
        if (extensions != null) {
            attributes.putAll(extensions);
        }
        attributes.put("id", id);
        attributes.put("source", source);
        attributes.put("type", type);
        attributes.put("subject", subject);
        attributes.put("time", time == null ? null : time.toString());
        return attributes;
    }
}
