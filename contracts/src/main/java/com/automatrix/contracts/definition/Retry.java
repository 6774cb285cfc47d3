package com.automatrix.contracts.definition;

import com.automatrix.contracts.json.PlainNumberSerializer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * How failed attempts are repeated: exponential backoff between the first and the longest interval. Each part may be
 * left out.
 *
 * @param maxAttempts all attempts, the first included; 3 by default
 * @param initialInterval the wait after the first attempt; one second by default
 * @param multiplier what each further wait is multiplied by; 2 by default
 * @param maxInterval no wait is longer; a minute by default
 */
public record Retry(
        @Nullable Integer maxAttempts,
        @Nullable Duration initialInterval,

        @JsonSerialize(using = PlainNumberSerializer.class) @Nullable
        Double multiplier,

        @Nullable Duration maxInterval) {

    /** The policy with every default: what a worker's steps get when their node names none. */
    public static final Retry STANDARD = new Retry(null, null, null, null);

    /** One attempt only. */
    public static final Retry NEVER = new Retry(1, null, null, null);

    private static final int DEFAULT_ATTEMPTS = 3;
    private static final Duration DEFAULT_INITIAL = Duration.ofSeconds(1);
    private static final double DEFAULT_MULTIPLIER = 2;
    private static final Duration DEFAULT_MAXIMUM = Duration.ofMinutes(1);

    public int maxAttemptsOrDefault() {
        return maxAttempts == null ? DEFAULT_ATTEMPTS : maxAttempts;
    }

    public Duration initialIntervalOrDefault() {
        return initialInterval == null ? DEFAULT_INITIAL : initialInterval;
    }

    public double multiplierOrDefault() {
        return multiplier == null ? DEFAULT_MULTIPLIER : multiplier;
    }

    public Duration maxIntervalOrDefault() {
        return maxInterval == null ? DEFAULT_MAXIMUM : maxInterval;
    }
}
