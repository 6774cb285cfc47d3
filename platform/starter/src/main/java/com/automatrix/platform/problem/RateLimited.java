package com.automatrix.platform.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 429: too many requests from this caller; it may try again after the given time. */
public final class RateLimited extends ProblemException {

    private final Duration retryAfter;

    /** @param retryAfter sent as {@code Retry-After}, rounded up to whole seconds */
    public RateLimited(String code, String detail, Duration retryAfter) {
        this(code, detail, retryAfter, null);
    }

    public RateLimited(String code, String detail, Duration retryAfter, @Nullable Throwable cause) {
        super(code, detail, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
