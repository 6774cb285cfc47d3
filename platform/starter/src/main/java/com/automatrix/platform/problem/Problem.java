package com.automatrix.platform.problem;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * The body of every error answer: RFC 9457 problem details and what this product adds.
 *
 * @param type {@code urn:automatrix:problem:} and the code
 * @param title the HTTP reason phrase
 * @param status the HTTP status
 * @param detail one sentence for people
 * @param instance the path that was asked for
 * @param code the reason for programs
 * @param correlationId finds the request in the logs of every service
 * @param violations what is wrong and where; empty unless the request itself is wrong
 * @param current the thing as it is now, only when somebody else changed it meanwhile (412)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String correlationId,
        List<Violation> violations,
        @Nullable Object current) {

    static final String TYPE_PREFIX = "urn:automatrix:problem:";

    // Read from other services too, whose answers may lack a part.
    @SuppressWarnings("NullAway")
    public Problem {
        violations = violations == null ? List.of() : List.copyOf(violations);
    }

    static Problem of(HttpStatusCode status, String code, String detail, Place place) {
        return new Problem(
                TYPE_PREFIX + code,
                ProblemStatus.title(status),
                status.value(),
                detail,
                place.instance(),
                code,
                place.correlationId(),
                List.of(),
                null);
    }

    static Problem of(ProblemException exception, Place place) {
        var status = ProblemStatus.of(exception);
        return new Problem(
                TYPE_PREFIX + exception.code(),
                status.getReasonPhrase(),
                status.value(),
                exception.detail(),
                place.instance(),
                exception.code(),
                place.correlationId(),
                exception.violations(),
                exception instanceof StaleVersion stale ? stale.current() : null);
    }

    /** Where it happened. */
    record Place(String instance, String correlationId) {}
}
