package com.automatrix.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Access tokens as auth-service makes them, and some that it never would. */
public final class Tokens {

    public static final String USER = "01890a5d-ac96-774b-bcce-b302099a8057";

    private static final RSAKey KEY = key("published");
    private static final RSAKey STOLEN_NAME = key("published");

    private Tokens() {}

    public static String valid() {
        return sign(KEY, Duration.ofMinutes(10));
    }

    public static String expired() {
        return sign(KEY, Duration.ofMinutes(-10));
    }

    /** Says that it was signed with the published key, but was not. */
    public static String forged() {
        return sign(STOLEN_NAME, Duration.ofMinutes(10));
    }

    static String publicKeys() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("JavaUtilDate")
    private static String sign(RSAKey key, Duration lifetime) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("automatrix")
                .audience("automatrix")
                .subject(USER)
                .claim("email", "dana@example.com")
                .claim("name", "Dana")
                .claim("roles", List.of("VIEWER"))
                .claim("sid", "session")
                .expirationTime(Date.from(Instant.now().plus(lifetime)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
