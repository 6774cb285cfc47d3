package com.automatrix.platform.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads and checks access tokens: signature, issuer, audience, times, claims, and that the session still stands. */
final class Tokens {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 3_000;
    private static final int MAX_BYTES = 100_000;
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration UNKNOWN_KEY_REFRESH = Duration.ofSeconds(10);

    private Tokens() {}

    static JwtDecoder decoder(SecurityProperties properties, RevokedSessions revoked, InstantSource clock) {
        var decoder = NimbusJwtDecoder.withJwkSource(keys(properties))
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.add(SignatureAlgorithm.RS256);
                    algorithms.add(SignatureAlgorithm.ES256);
                })
                .build();
        var times = new JwtTimestampValidator(properties.clockSkew());
        times.setClock(clock instanceof java.time.Clock ready ? ready : asClock(clock));
        var validator = new DelegatingOAuth2TokenValidator<Jwt>(
                times,
                new JwtIssuerValidator(properties.issuer()),
                claim(token ->
                        token.getAudience() != null && token.getAudience().contains(properties.audience())),
                claim(token -> token.getExpiresAt() != null),
                claim(Tokens::hasUser),
                claim(token -> !revoked.isRevoked(token.getClaimAsString("sid"))));
        decoder.setJwtValidator(validator);
        return new RememberedTokens(decoder, validator, properties.keysCachedFor());
    }

    // Keys are fetched when a token needs them. An unknown key asks again, but not at every made-up token; while the
    // keys cannot be fetched, those already known go on being used.
    private static JWKSource<SecurityContext> keys(SecurityProperties properties) {
        try {
            var url = URI.create(properties.jwksUrl()).toURL();
            var retriever = new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES);
            return JWKSourceBuilder.<SecurityContext>create(url, retriever)
                    .cache(properties.keysCachedFor().toMillis(), REFRESH_TIMEOUT.toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(unknownKeyRefresh(properties).toMillis())
                    .retrying(true)
                    .outageTolerant(properties.keysOutage().toMillis())
                    .build();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException(
                    "Expected automatrix.security.jwks-url to be a URL, but it is " + properties.jwksUrl(), malformed);
        }
    }

    // Must be shorter than the keys are cached.
    private static Duration unknownKeyRefresh(SecurityProperties properties) {
        var half = properties.keysCachedFor().dividedBy(2);
        return half.compareTo(UNKNOWN_KEY_REFRESH) < 0 ? half : UNKNOWN_KEY_REFRESH;
    }

    private static boolean hasUser(Jwt token) {
        try {
            return !CurrentUser.of(token).sessionId().isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static OAuth2TokenValidator<Jwt> claim(java.util.function.Predicate<Jwt> holds) {
        var refused = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
        return token -> holds.test(token) ? OAuth2TokenValidatorResult.success() : refused;
    }

    private static java.time.Clock asClock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
