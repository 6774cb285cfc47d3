package com.automatrix.execution.engine;

import com.automatrix.contracts.message.EventRef;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can see.
 *
 * @param values {@code input}, {@code steps}, {@code workflow}, {@code execution}, {@code vars}: plain JSON trees
 * @param now the time of the input that is being applied
 */
public record Scope(Map<String, @Nullable Object> values, Instant now) {
    public Scope {
        values = Collections.unmodifiableMap(values);
    }

    /** What an expression over an event sees: its data as {@code input}, its attributes as {@code event}. */
    public static Scope ofEvent(EventRef event, @Nullable Object data, Instant now) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("input", data);
        values.put("event", event.attributes());
        return new Scope(values, now);
    }
}
