package com.automatrix.auth.token;

import com.automatrix.auth.account.Account;
import com.automatrix.auth.account.UserResponse;
import com.automatrix.platform.problem.Unauthenticated;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signing in, staying signed in, signing out. */
@RestController
@RequestMapping("/api/auth")
class SessionController {

    private final SignIn signIn;
    private final SessionService sessions;
    private final AccessTokens accessTokens;
    private final RefreshCookie cookie;

    SessionController(SignIn signIn, SessionService sessions, AccessTokens accessTokens, RefreshCookie cookie) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.cookie = cookie;
    }

    @PostMapping("/login")
    ResponseEntity<SignedInResponse> login(@Valid @RequestBody LoginRequest request, HttpServletRequest http) {
        var signedIn = signIn.signIn(request, http.getRemoteAddr());
        var session = signedIn.session();
        return answer(signedIn.account(), session.sessionId(), cookie.of(session.token(), http));
    }

    @PostMapping("/refresh")
    ResponseEntity<SignedInResponse> refresh(
            @CookieValue(name = RefreshCookie.NAME, required = false) @Nullable String token,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (token == null ? new Renewal.Refused() : sessions.renew(new RefreshToken(token))) {
            case Renewal.Renewed renewed -> {
                var account = signIn.active(renewed).orElseThrow(SessionController::ended);
                yield answer(account, renewed.sessionId(), cookie.of(renewed.token(), request));
            }
            case Renewal.Refused _ -> {
                response.addHeader(HttpHeaders.SET_COOKIE, cookie.cleared(request));
                throw ended();
            }
        };
    }

    @PostMapping("/logout")
    ResponseEntity<Void> logout(
            @CookieValue(name = RefreshCookie.NAME, required = false) @Nullable String token,
            HttpServletRequest request) {
        if (token != null) {
            sessions.close(new RefreshToken(token));
        }
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared(request))
                .build();
    }

    private ResponseEntity<SignedInResponse> answer(Account account, UUID sessionId, String setCookie) {
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, setCookie)
                .cacheControl(CacheControl.noStore())
                .body(new SignedInResponse(
                        accessTokens.issue(account, sessionId),
                        accessTokens.lifetimeSeconds(),
                        UserResponse.of(account)));
    }

    private static Unauthenticated ended() {
        return new Unauthenticated("auth.session-ended", "Sign in again.");
    }
}
