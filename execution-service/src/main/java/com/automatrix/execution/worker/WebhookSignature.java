package com.automatrix.execution.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers that let a receiver check a webhook: the time in seconds since 1970, and the HMAC-SHA256 in hexadecimal
 * over that time, a dot and the body as it was sent.
 */
final class WebhookSignature {

    static final String TIMESTAMP = "X-AutoMatrix-Timestamp";
    static final String SIGNATURE = "X-AutoMatrix-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSignature() {}

    static Map<String, String> headers(String secret, byte[] body, Instant now) {
        String timestamp = Long.toString(now.getEpochSecond());
        return Map.of(TIMESTAMP, timestamp, SIGNATURE, "sha256=" + hmac(secret, timestamp, body));
    }

    private static String hmac(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected the JDK to have " + ALGORITHM + ", but it has not", e);
        }
    }
}
