package com.automatrix.contracts.definition;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole execution.
 *
 * @param timeout how long an execution may take in all; null is for ever
 * @param concurrency how many executions may go on at once; null is any number
 * @param businessKeys names under which executions are found, each an expression over {@code input}
 */
public record Settings(
        @Nullable Duration timeout,
        @Nullable Concurrency concurrency,
        @Nullable Map<String, String> businessKeys) {

    public Settings {
        businessKeys = businessKeys == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(businessKeys));
    }
}
