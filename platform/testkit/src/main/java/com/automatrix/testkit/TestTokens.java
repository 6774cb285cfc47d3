package com.automatrix.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens as auth-service would issue them, signed by a key of this JVM that is served at {@link #jwksUrl()}.
 *
 * <pre>{@code client.get().uri("/api/workflows").header("Authorization", TestTokens.bearer("BUILDER"))}</pre>
 */
public final class TestTokens {

    /** The id of the user in tokens that name none. */
    public static final UUID USER_ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    private TestTokens() {}

    /** Where the public key is served, for {@code automatrix.security.jwks-url}. */
    public static String jwksUrl() {
        return Issuer.JWKS_URL;
    }

    /** An access token of a user with these roles. */
    public static String token(String... roles) {
        return user(roles).sign();
    }

    /** The value of the {@code Authorization} header for a user with these roles. */
    public static String bearer(String... roles) {
        return "Bearer " + token(roles);
    }

    /** A token to be described further. */
    public static Claims user(String... roles) {
        return new Claims(roles);
    }

    /** What a token says. Everything has a value that a service accepts; a test changes what it is about. */
    public static final class Claims {

        private final List<String> roles;
        private List<String> groups = List.of();
        private UUID id = USER_ID;
        private String email = "tester@automatrix.test";
        private String name = "Test User";
        private @Nullable String session = "test-session";
        private String issuer = "automatrix";
        private String audience = "automatrix";
        private Instant expiresAt = Instant.now().plus(Duration.ofMinutes(10));

        private Claims(String... roles) {
            this.roles = List.of(roles);
        }

        public Claims id(UUID value) {
            id = value;
            return this;
        }

        public Claims email(String value) {
            email = value;
            return this;
        }

        public Claims name(String value) {
            name = value;
            return this;
        }

        /** The session that the token belongs to; null leaves the claim out. */
        public Claims session(@Nullable String value) {
            session = value;
            return this;
        }

        /** The departments and positions that the user belongs to. */
        public Claims groups(String... values) {
            groups = List.of(values);
            return this;
        }

        public Claims issuer(String value) {
            issuer = value;
            return this;
        }

        public Claims audience(String value) {
            audience = value;
            return this;
        }

        public Claims expiresAt(Instant value) {
            expiresAt = value;
            return this;
        }

        /** The token in its text form. */
        public String sign() {
            return sign(Issuer.KEY);
        }

        /** The same token, signed by a key that nobody knows. */
        public String signByStranger() {
            return sign(Issuer.newKey());
        }

        private String sign(RSAKey key) {
            var claims = new JWTClaimsSet.Builder()
                    .subject(id.toString())
                    .issuer(issuer)
                    .audience(audience)
                    .issueTime(Date.from(Instant.now()))
                    .expirationTime(Date.from(expiresAt))
                    .jwtID(UUID.randomUUID().toString())
                    .claim("email", email)
                    .claim("name", name)
                    .claim("roles", roles)
                    .claim("groups", groups);
            if (session != null) {
                claims.claim("sid", session);
            }
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            try {
                var jwt = new SignedJWT(header, claims.build());
                jwt.sign(new RSASSASigner(key));
                return jwt.serialize();
            } catch (JOSEException failure) {
                throw new IllegalStateException("Expected to sign a token, but could not.", failure);
            }
        }
    }

    private static final class Issuer {

        static final RSAKey KEY = newKey();
        static final String JWKS_URL = serve();

        static RSAKey newKey() {
            try {
                return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
            } catch (JOSEException failure) {
                throw new IllegalStateException("Expected to make a key, but could not.", failure);
            }
        }

        private static String serve() {
            try {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                var body = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
                server.createContext("/.well-known/jwks.json", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
                server.setExecutor(task -> Thread.ofVirtual().start(task));
                server.start();
                return "http://localhost:%d/.well-known/jwks.json"
                        .formatted(server.getAddress().getPort());
            } catch (IOException failure) {
                throw new UncheckedIOException("Expected to serve keys, but could not.", failure);
            }
        }
    }
}
