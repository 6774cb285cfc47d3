package com.automatrix.platform.security;

import com.automatrix.platform.problem.Forbidden;
import com.automatrix.platform.problem.ProblemException;
import com.automatrix.platform.problem.ProblemWriter;
import com.automatrix.platform.problem.Unauthenticated;
import com.automatrix.platform.problem.Unavailable;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What a stranger, or a user without the role, is told: never which part of a token was wrong. */
final class SecurityDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityDoor.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final ProblemWriter problems;

    SecurityDoor(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        problems.write(refusal(exception), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        problems.write(new Forbidden("auth.forbidden", "Your roles do not allow this."), request, response);
    }

    private static ProblemException refusal(AuthenticationException exception) {
        if (!(exception instanceof AuthenticationServiceException) || isAboutUnknownKey(exception)) {
            return Unauthenticated.token();
        }
        LOG.warn("token not checked because=\"keys cannot be fetched\" cause={}", rootMessage(exception));
        return new Unavailable(
                "auth.keys-unavailable", "Tokens cannot be checked at the moment. Please try again.", RETRY_AFTER);
    }

    // A made-up key id is looked for only so often; after that its token is simply not valid.
    private static boolean isAboutUnknownKey(Throwable exception) {
        for (Throwable at = exception; at != null; at = at.getCause()) {
            if (at instanceof RateLimitReachedException) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable exception) {
        Throwable at = exception;
        for (var cause = at.getCause(); cause != null; cause = cause.getCause()) {
            at = cause;
        }
        return String.valueOf(at.getMessage());
    }
}
