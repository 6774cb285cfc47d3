package com.automatrix.platform.problem;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The one place where a refusal gets its HTTP status and headers. */
final class ProblemStatus {

    private ProblemStatus() {}

    static HttpStatus of(ProblemException exception) {
        return switch (exception) {
            case Invalid _ -> HttpStatus.BAD_REQUEST;
            case Unauthenticated _ -> HttpStatus.UNAUTHORIZED;
            case Forbidden _ -> HttpStatus.FORBIDDEN;
            case NotFound _ -> HttpStatus.NOT_FOUND;
            case Conflict _ -> HttpStatus.CONFLICT;
            case StaleVersion _ -> HttpStatus.PRECONDITION_FAILED;
            case TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
            case RateLimited _ -> HttpStatus.TOO_MANY_REQUESTS;
            case Unavailable _ -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    static HttpHeaders headers(ProblemException exception) {
        var headers = new HttpHeaders();
        switch (exception) {
            case Unauthenticated _ -> headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case RateLimited limited -> headers.set(HttpHeaders.RETRY_AFTER, seconds(limited.retryAfter()));
            case Unavailable unavailable -> headers.set(HttpHeaders.RETRY_AFTER, seconds(unavailable.retryAfter()));
            case Invalid _, Forbidden _, NotFound _, Conflict _, StaleVersion _, TooLarge _ -> {}
        }
        return headers;
    }

    static String title(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? "HTTP " + status.value() : known.getReasonPhrase();
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
