package com.automatrix.auth.token;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.auth.AuthClient;
import com.automatrix.auth.AuthServiceTest;
import com.automatrix.contracts.message.SessionRevoked;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.SettableClock;
import com.automatrix.testkit.TestTokens;
import com.automatrix.testkit.TopicProbe;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@AuthServiceTest
class SessionIT {

    private static final String PASSWORD = "red truck blue truck";

    private final AuthClient client;
    private final SettableClock clock;
    private final SessionService sessions;
    private final CloudEventRecords records;

    SessionIT(AuthClient client, SettableClock clock, SessionService sessions, CloudEventRecords records) {
        this.client = client;
        this.clock = clock;
        this.sessions = sessions;
        this.records = records;
    }

    @Test
    void a_user_signs_in_with_e_mail_address_and_password() throws ParseException {
        var id = client.user("sign.in@example.com", PASSWORD, "BUILDER", "APPROVER");

        var answer = client.login(" Sign.In@Example.com ", PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("expiresIn").asInt()).isEqualTo(600);
        assertThat(answer.raw().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body().path("user").toString()).isEqualTo("""
                {"id":"%s","email":"sign.in@example.com","name":"Test User","roles":["BUILDER","APPROVER"],\
                "groups":[],"isActive":true,"mustChangePassword":false}""".formatted(id));
        var claims = SignedJWT.parse(answer.accessToken()).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("automatrix");
        assertThat(claims.getAudience()).containsExactly("automatrix");
        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getStringListClaim("roles")).containsExactlyInAnyOrder("BUILDER", "APPROVER");
        assertThat(claims.getStringClaim("sid")).isNotBlank();
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plusSeconds(600));
    }

    @Test
    void the_refresh_token_is_in_a_cookie_that_only_this_service_gets() {
        client.user("cookie@example.com", PASSWORD, "VIEWER");

        var cookie = client.login("cookie@example.com", PASSWORD).setCookie();

        assertThat(cookie)
                .startsWith("automatrix_refresh=")
                .contains("; Path=/api/auth", "; Max-Age=1209600", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Secure");
    }

    @Test
    void over_https_the_cookie_never_travels_in_the_clear() {
        client.user("https@example.com", PASSWORD, "VIEWER");

        var answer =
                client.send(client.loginRequest("https@example.com", PASSWORD).header("X-Forwarded-Proto", "https"));

        assertThat(answer.setCookie()).contains("; Secure");
    }

    @Test
    void a_wrong_password_an_unknown_address_and_a_deactivated_user_are_refused_alike() {
        client.user("refused@example.com", PASSWORD, "VIEWER");
        var away = client.user("away@example.com", PASSWORD, "VIEWER");
        client.patch("/api/users/" + away, Map.of("isActive", false), client.administrator());

        var bodies = new HashSet<String>();
        for (var credential : List.of(
                Map.of("email", "refused@example.com", "password", "wrong wrong wrong"),
                Map.of("email", "nobody@example.com", "password", PASSWORD),
                Map.of("email", "away@example.com", "password", PASSWORD),
                Map.of("email", "", "password", ""))) {
            var answer = client.send(
                    client.request("POST", "/api/auth/login", credential).header("X-Correlation-Id", "same"));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("auth.bad-credentials");
            assertThat(answer.setCookie()).isEmpty();
            bodies.add(answer.raw().body());
        }

        assertThat(bodies).hasSize(1);
    }

    @Test
    void a_request_that_is_none_is_told_where_it_is_wrong() {
        var answer = client.send(client.request(
                "POST", "/api/auth/login", "{\"email\":\"a@example.com\",\"pasword\":\"typing error\"}"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("violations").findValuesAsString("pointer"))
                .contains("/pasword");
    }

    @Test
    void who_guesses_has_to_wait_and_the_right_password_does_not_help() {
        client.user("guessed@example.com", PASSWORD, "VIEWER");
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(loginFrom("203.0.113.7", "guessed@example.com", "guess " + attempt)
                            .status())
                    .isEqualTo(401);
        }

        var refused = loginFrom("203.0.113.7", "guessed@example.com", PASSWORD);
        var elsewhere = loginFrom("203.0.113.8", "guessed@example.com", PASSWORD);
        clock.advance(Duration.ofSeconds(30));
        var later = loginFrom("203.0.113.7", "guessed@example.com", PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("auth.too-many-attempts");
        assertThat(refused.raw().headers().firstValue("Retry-After")).hasValue("30");
        assertThat(elsewhere.status()).isEqualTo(200);
        assertThat(later.status()).isEqualTo(200);
    }

    @Test
    void an_access_token_is_good_for_ten_minutes() {
        client.user("expiry@example.com", PASSWORD, "VIEWER");
        var token = client.login("expiry@example.com", PASSWORD).accessToken();

        var before = client.me(token);
        clock.advance(Duration.ofMinutes(11));
        var after = client.me(token);

        assertThat(before.status()).isEqualTo(200);
        assertThat(before.body().path("email").asString()).isEqualTo("expiry@example.com");
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.code()).isEqualTo("auth.unauthenticated");
    }

    @Test
    void a_token_that_somebody_else_signed_is_refused() {
        assertThat(client.me(TestTokens.token("ADMIN")).status()).isEqualTo(401);
        assertThat(client.get("/api/users", TestTokens.token("ADMIN")).status()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_is_exchanged_for_new_tokens() {
        client.user("refresh@example.com", PASSWORD, "VIEWER");
        var first = client.login("refresh@example.com", PASSWORD);

        clock.advance(Duration.ofMinutes(11));
        var second = client.refresh(first.cookie());

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.cookie()).isNotEqualTo(first.cookie());
        assertThat(second.userId()).isEqualTo(first.userId());
        assertThat(client.me(second.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void two_tabs_that_wake_up_together_both_stay_signed_in() {
        client.user("tabs@example.com", PASSWORD, "VIEWER");
        var cookie = client.login("tabs@example.com", PASSWORD).cookie();

        var one = client.refresh(cookie);
        var other = client.refresh(cookie);

        assertThat(one.status()).isEqualTo(200);
        assertThat(other.status()).isEqualTo(200);
        assertThat(client.refresh(one.cookie()).status()).isEqualTo(200);
    }

    @Test
    void a_refresh_token_that_comes_again_later_ends_the_session_everywhere() {
        client.user("stolen@example.com", PASSWORD, "VIEWER");
        var stolen = client.login("stolen@example.com", PASSWORD);
        var owner = client.refresh(stolen.cookie());

        try (var revoked = TopicProbe.of(Topics.SESSION_REVOKED)) {
            clock.advance(Duration.ofSeconds(11));
            var thief = client.refresh(stolen.cookie());

            assertThat(thief.status()).isEqualTo(401);
            assertThat(thief.code()).isEqualTo("auth.session-ended");
            assertThat(thief.setCookie()).contains("automatrix_refresh=;", "Max-Age=0");
            assertThat(client.refresh(owner.cookie()).status()).isEqualTo(401);
            var session = sessionOf(owner);
            var message = revoked.await(record -> session.equals(record.key()));
            assertThat(records.data(message, SessionRevoked.class))
                    .isEqualTo(new SessionRevoked(session, clock.instant().plus(Duration.ofMinutes(12))));
        }
        await().untilAsserted(() ->
                assertThat(client.me(owner.accessToken()).status()).isEqualTo(401));
    }

    @Test
    void who_stays_away_for_two_weeks_signs_in_again() {
        client.user("away.long@example.com", PASSWORD, "VIEWER");
        var kept = client.login("away.long@example.com", PASSWORD);

        clock.advance(Duration.ofDays(13));
        var inTime = client.refresh(kept.cookie());
        clock.advance(Duration.ofDays(14));
        var tooLate = client.refresh(inTime.cookie());

        assertThat(inTime.status()).isEqualTo(200);
        assertThat(tooLate.status()).isEqualTo(401);
    }

    @Test
    void nobody_refreshes_without_a_cookie_or_with_a_made_up_one() {
        var without = client.send(client.request("POST", "/api/auth/refresh", null));
        var madeUp = client.refresh("automatrix_refresh=made-up");

        assertThat(without.code()).isEqualTo("auth.session-ended");
        assertThat(madeUp.code()).isEqualTo("auth.session-ended");
    }

    @Test
    void signing_out_ends_the_session_and_clears_the_cookie() {
        client.user("sign.out@example.com", PASSWORD, "VIEWER");
        var signedIn = client.login("sign.out@example.com", PASSWORD);

        var answer =
                client.send(client.request("POST", "/api/auth/logout", null).header("Cookie", signedIn.cookie()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.setCookie()).contains("automatrix_refresh=;", "Max-Age=0", "Path=/api/auth");
        assertThat(client.refresh(signedIn.cookie()).status()).isEqualTo(401);
        await().untilAsserted(() ->
                assertThat(client.me(signedIn.accessToken()).status()).isEqualTo(401));
    }

    @Test
    void signing_out_without_a_session_is_no_mistake() {
        assertThat(client.send(client.request("POST", "/api/auth/logout", null)).status())
                .isEqualTo(204);
    }

    @Test
    void a_session_that_ended_is_forgotten_and_its_message_cleared() {
        client.user("forgotten@example.com", PASSWORD, "VIEWER");
        var signedIn = client.login("forgotten@example.com", PASSWORD);
        client.send(client.request("POST", "/api/auth/logout", null).header("Cookie", signedIn.cookie()));

        try (var revoked = TopicProbe.of(Topics.SESSION_REVOKED)) {
            clock.advance(Duration.ofMinutes(13));
            sessions.forgetEnded();

            var session = sessionOf(signedIn);
            assertThat(revoked.await(record -> session.equals(record.key())).value())
                    .isNull();
        }
        assertThat(client.refresh(signedIn.cookie()).status()).isEqualTo(401);
    }

    private AuthClient.Answer loginFrom(String address, String email, String password) {
        return client.send(client.loginRequest(email, password).setHeader("X-Forwarded-For", address));
    }

    private static String sessionOf(AuthClient.Answer signedIn) {
        try {
            return requireNonNull(
                    SignedJWT.parse(signedIn.accessToken()).getJWTClaimsSet().getStringClaim("sid"));
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
