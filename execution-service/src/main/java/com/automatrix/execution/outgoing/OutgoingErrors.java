package com.automatrix.execution.outgoing;

import com.automatrix.contracts.message.StepError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer that is no success means for the step. */
public final class OutgoingErrors {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final int EXCERPT = 2_000;

    private OutgoingErrors() {}

    /** The error of an answer that is no success. */
    public static StepError of(OutgoingAnswer answer, boolean mayBeStale, Instant now) {
        int status = answer.status();
        return switch (status) {
            case 401 ->
                mayBeStale
                        ? error(answer, "http.token-expired", "accept the token", true, null)
                        : error(answer, "http.unauthorized", "accept who calls", false, null);
            case 408 -> error(answer, "http.timeout", "answer in time", true, null);
            case 429 -> error(answer, "http.rate-limited", "take another request", true, retryAfter(answer, now));
            case 503 -> error(answer, "http.unavailable", "be available", true, retryAfter(answer, now));
            default ->
                status >= 500
                        ? error(answer, "http.server-error", "do its work", true, retryAfter(answer, now))
                        : error(answer, "http.refused", "take the request", false, null);
        };
    }

    static StepError timeout() {
        return StepError.passing("http.timeout", "Expected an answer in time, but there was none.");
    }

    private static StepError error(
            OutgoingAnswer answer, String code, String what, boolean isRetryable, @Nullable Duration retryAfter) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", answer.status());
        if (!answer.text().isBlank()) {
            details.put(
                    "body",
                    answer.text().substring(0, Math.min(EXCERPT, answer.text().length())));
        }
        return new StepError(
                code,
                "Expected the other system to %s, but it answered %d.".formatted(what, answer.status()),
                isRetryable,
                retryAfter,
                details);
    }

    // Seconds, or a date (RFC 9110).
    private static @Nullable Duration retryAfter(OutgoingAnswer answer, Instant now) {
        String text = answer.header("Retry-After").orElse("").strip();
        try {
            Duration wait = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(now, Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
            if (wait.isNegative()) {
                return null;
            }
            return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
        } catch (DateTimeException neither) {
            return null;
        }
    }
}
