package com.automatrix.execution.engine;

import java.time.Duration;
import java.time.Instant;

/** Adds durations of any size to a time without leaving the calendar. */
final class Deadlines {

    /** What a worker's attempt may take if its node does not say. */
    static final Duration OF_ATTEMPT = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Deadlines() {}

    static Instant after(Instant now, Duration duration) {
        return now.plus(bounded(duration));
    }

    static Duration bounded(Duration duration) {
        if (duration.isNegative()) {
            return Duration.ZERO;
        }
        return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    }
}
