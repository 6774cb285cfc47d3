package com.automatrix.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The signing keys. Which one signs is looked up at most once a minute; which ones are good is always asked. */
@Component
public class SigningKeys {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SigningKeyService service;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    SigningKeys(SigningKeyService service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
    }

    /** The key to sign with. */
    public SigningKey current() {
        var recent = known;
        if (recent != null && clock.instant().isBefore(recent.readAt().plus(FRESH))) {
            return recent.current();
        }
        var read = new Known(service.current(), clock.instant());
        known = read;
        return read.current();
    }

    /** A token that says this, signed with the key of now. */
    public String sign(JWTClaimsSet claims) {
        var key = current();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.id())
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key.privateKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Expected key " + key.id() + " to sign, but it did not", e);
        }
        return token.serialize();
    }

    /** The public keys of every token that may still be good, also of those that another instance signs. */
    public JWKSet published() {
        return service.published();
    }

    private record Known(SigningKey current, Instant readAt) {}
}
