package com.automatrix.platform.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller is told about, as {@code application/problem+json}.
 *
 * <p>{@code code} is the reason for programs ("execution.already-finished"); it is part of the API and never changes.
 * {@code detail} is one sentence for people ("Expected …, but …") and must hold no secret: it is sent as it is. Thrown
 * anywhere under a controller; it is logged at debug only, since the caller was told.
 */
public abstract sealed class ProblemException extends RuntimeException
        permits Invalid,
                Unauthenticated,
                Forbidden,
                NotFound,
                Conflict,
                StaleVersion,
                TooLarge,
                RateLimited,
                Unavailable {

    private final String code;
    private final String detail;

    ProblemException(String code, String detail, @Nullable Throwable cause) {
        super(code + ": " + detail, cause);
        this.code = code;
        this.detail = detail;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** What exactly is wrong and where; empty for everything but {@link Invalid}. */
    public List<Violation> violations() {
        return List.of();
    }
}
