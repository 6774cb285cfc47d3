package com.automatrix.ai.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No usable answer: {@code code} is what a workflow's error path sees. */
public final class ProviderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean retryable;
    private final @Nullable Duration retryAfter;

    private ProviderException(
            String code, String message, boolean retryable, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    static ProviderException passing(String code, String message, @Nullable Throwable cause) {
        return new ProviderException(code, message, true, null, cause);
    }

    static ProviderException passing(
            String code, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        return new ProviderException(code, message, true, retryAfter, cause);
    }

    static ProviderException lasting(String code, String message, @Nullable Throwable cause) {
        return new ProviderException(code, message, false, null, cause);
    }

    public String code() {
        return code;
    }

    public boolean retryable() {
        return retryable;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The sentence, never null. */
    public String sentence() {
        String message = getMessage();
        return message == null ? code : message;
    }
}
