package com.automatrix.auth.serviceaccount;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.auth.key.SigningKeys;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
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
import org.springframework.stereotype.Component;

/**
 * Signs and checks the tokens of services. They are for another audience than those of people, so that neither opens
 * the other's door.
 */
@Component
class ServiceTokens {

    private static final String ISSUER = "automatrix";
    private static final String AUDIENCE = "automatrix-services";

    private final ServiceAccountProperties accounts;
    private final SigningKeys keys;
    private final InstantSource clock;

    ServiceTokens(ServiceAccountProperties accounts, SigningKeys keys, InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.clock = clock;
    }

    /** A token for the service whose secret this is. */
    Optional<String> issue(String service, String secret) {
        var known = accounts.secretOf(service);
        return known != null && isSame(known, secret) ? Optional.of(keys.sign(claims(service))) : Optional.empty();
    }

    long lifetimeSeconds() {
        return accounts.tokenLifetime().toSeconds();
    }

    JwtDecoder decoder() {
        var decoder = NimbusJwtDecoder.withJwkSource(
                        (JWKSelector selector, SecurityContext context) -> selector.select(keys.published()))
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        var times = new JwtTimestampValidator();
        times.setClock(clock.withZone(ZoneOffset.UTC));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times, new JwtIssuerValidator(ISSUER), holding(this::isOfAService)));
        return decoder;
    }

    private boolean isOfAService(Jwt token) {
        return token.getExpiresAt() != null
                && token.getAudience() != null
                && token.getAudience().contains(AUDIENCE)
                && token.getSubject() != null
                && accounts.secretOf(token.getSubject()) != null;
    }

    // Nimbus takes java.util.Date and nothing newer.
    @SuppressWarnings("JavaUtilDate")
    private JWTClaimsSet claims(String service) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(service)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(accounts.tokenLifetime())))
                .build();
    }

    // Compared by their hashes: then even the length tells nothing.
    private static boolean isSame(String known, String given) {
        return MessageDigest.isEqual(hash(known), hash(given));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected the JDK to have SHA-256, but it has not", e);
        }
    }

    private static OAuth2TokenValidator<Jwt> holding(java.util.function.Predicate<Jwt> claim) {
        var refused = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
        return token -> claim.test(token) ? OAuth2TokenValidatorResult.success() : refused;
    }
}
