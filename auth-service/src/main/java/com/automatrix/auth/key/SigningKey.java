package com.automatrix.auth.key;

import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;

/**
 * A key that signs access tokens with RS256: checking is what every request does, and RSA checks fastest.
 *
 * @param id the {@code kid} of its tokens
 */
public record SigningKey(String id, RSAPublicKey publicKey, RSAPrivateKey privateKey, Instant createdAt) {

    @Override
    public String toString() {
        return "SigningKey[id=%s, createdAt=%s]".formatted(id, createdAt);
    }
}
