package com.automatrix.execution.engine;

import java.time.Instant;
import java.util.Collections;
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
}
