package com.automatrix.execution.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds one input: its time, and the dealership's settings as they are then.
 *
 * @param now also what {@code $now()} and {@code $millis()} answer
 * @param vars in expressions {@code vars}
 */
public record Circumstances(Instant now, Map<String, @Nullable Object> vars) {
    public Circumstances {
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
    }

    public static Circumstances at(Instant now) {
        return new Circumstances(now, Map.of());
    }
}
