package com.automatrix.ai.call;

import java.time.Duration;
import java.time.Instant;

/** Lets so many requests through in a minute, in bursts of at most a minute's worth. Safe for many threads. */
final class TokenBucket {

    private static final double SECONDS = 60;

    private final int perMinute;
    private double tokens;
    private Instant filledAt;

    TokenBucket(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.tokens = perMinute;
        this.filledAt = now;
    }

    /** Takes a token; zero: it is taken; else how long it takes until there is one. */
    synchronized Duration take(Instant now) {
        double seconds = Duration.between(filledAt, now).toMillis() / 1000.0;
        tokens = Math.min(perMinute, tokens + seconds * perMinute / SECONDS);
        filledAt = now;
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((1 - tokens) * SECONDS / perMinute * 1000));
    }
}
