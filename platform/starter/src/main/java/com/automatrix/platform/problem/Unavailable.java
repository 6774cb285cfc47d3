package com.automatrix.platform.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** 503: something that is needed is away for the moment; the same request may succeed after the given time. */
public final class Unavailable extends ProblemException {

    private final Duration retryAfter;

    /** @param retryAfter sent as {@code Retry-After}, rounded up to whole seconds */
    public Unavailable(String code, String detail, Duration retryAfter) {
        this(code, detail, retryAfter, null);
    }

    public Unavailable(String code, String detail, Duration retryAfter, @Nullable Throwable cause) {
        super(code, detail, cause);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
