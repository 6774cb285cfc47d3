package com.automatrix.contracts.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed.
 *
 * @param code such as {@code ai.rate-limited}
 * @param message a sentence for people, without personal data
 * @param retryable whether another attempt may go better
 * @param retryAfter the shortest wait that the other side asked for
 */
public record StepError(
        String code,
        String message,
        boolean retryable,
        @Nullable Duration retryAfter,
        @Nullable Object details) {

    public static StepError permanent(String code, String message) {
        return new StepError(code, message, false, null, null);
    }

    public static StepError passing(String code, String message) {
        return new StepError(code, message, true, null, null);
    }
}
