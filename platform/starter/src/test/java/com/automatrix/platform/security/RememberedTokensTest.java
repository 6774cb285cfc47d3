package com.automatrix.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.testkit.SettableClock;
import com.automatrix.testkit.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberedTokensTest {

    private final AtomicInteger checked = new AtomicInteger();
    private final AtomicBoolean stands = new AtomicBoolean(true);
    private final OAuth2TokenValidator<Jwt> validator = token -> stands.get()
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));

    @Test
    void the_signature_of_a_token_is_checked_once() {
        var tokens = new RememberedTokens(this::check, validator, Duration.ofMinutes(5));

        var first = tokens.decode("a");

        assertThat(tokens.decode("a")).isSameAs(first);
        assertThat(tokens.decode("b").getTokenValue()).isEqualTo("b");
        assertThat(checked).hasValue(2);
    }

    @Test
    void a_remembered_token_is_refused_once_its_session_has_ended() {
        var tokens = new RememberedTokens(this::check, validator, Duration.ofMinutes(5));
        tokens.decode("a");

        stands.set(false);

        assertThatThrownBy(() -> tokens.decode("a")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void a_bad_token_is_not_remembered() {
        var tokens = new RememberedTokens(this::check, validator, Duration.ofMinutes(5));

        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThat(checked).hasValue(2);
    }

    @Test
    void a_remembered_token_is_refused_once_it_has_expired() {
        var clock = SettableClock.at(Instant.now());
        var properties = new SecurityProperties(
                TestTokens.jwksUrl(),
                "automatrix",
                "automatrix",
                List.of(),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ofSeconds(30));
        JwtDecoder decoder = Tokens.decoder(properties, _ -> false, clock);
        var token = TestTokens.token("VIEWER");
        assertThat(decoder.decode(token)).isSameAs(decoder.decode(token));

        clock.advance(Duration.ofDays(1));

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtValidationException.class);
    }

    private Jwt check(String text) {
        checked.incrementAndGet();
        if (text.equals("bad")) {
            throw new BadJwtException("not signed by us");
        }
        var token = Jwt.withTokenValue(text)
                .header("alg", "RS256")
                .subject("somebody")
                .build();
        var errors = validator.validate(token).getErrors();
        if (!errors.isEmpty()) {
            throw new JwtValidationException("refused", errors);
        }
        return token;
    }
}
