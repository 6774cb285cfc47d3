package com.automatrix.auth.token;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie with the refresh token: no script reads it, no other site sends it, and only {@code /api/auth} gets it. */
@Component
class RefreshCookie {

    static final String NAME = "automatrix_refresh";

    private final Duration lifetime;

    RefreshCookie(TokenProperties properties) {
        this.lifetime = properties.refreshLifetime();
    }

    String of(RefreshToken token, HttpServletRequest request) {
        return build(token.value(), lifetime, request);
    }

    String cleared(HttpServletRequest request) {
        return build("", Duration.ZERO, request);
    }

    private static String build(String value, Duration lifetime, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api/auth")
                .maxAge(lifetime)
                .build()
                .toString();
    }
}
