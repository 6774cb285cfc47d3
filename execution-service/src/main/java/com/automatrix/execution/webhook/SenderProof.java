package com.automatrix.execution.webhook;

import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.contracts.definition.WebhookTrigger.Signature;
import com.automatrix.contracts.definition.WebhookTrigger.Token;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from whom it should: an HMAC-SHA-256 (RFC 2104) of the raw body, or of the timestamp, a dot and
 * the raw body, in hexadecimal; or a token. Secrets are compared in constant time.
 */
final class SenderProof {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SCHEME = "sha256=";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Duration LONGEST_TOLERANCE = Duration.ofDays(1);
    private static final int LONGEST_TIMESTAMP = 12;

    private final WebhookSecrets secrets;

    SenderProof(WebhookSecrets secrets) {
        this.secrets = secrets;
    }

    /** Why the request is not believed; empty if it is. */
    Optional<Refusal> refusal(WebhookTrigger trigger, WebhookRequest request, Instant now) {
        Signature signature = trigger.signature();
        Token token = trigger.token();
        Refusal refusal = signature == null ? null : ofSignature(signature, request, now);
        if (refusal == null && token != null) {
            refusal = ofToken(token, request);
        }
        return Optional.ofNullable(refusal);
    }

    /** What names a signature that may come once only; empty if it has no timestamp. */
    static Optional<String> once(WebhookTrigger trigger, WebhookRequest request) {
        Signature signature = trigger.signature();
        if (signature == null || signature.timestampHeader() == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.header(signature.header()))
                .map(given -> HexFormat.of().formatHex(bytes(given)));
    }

    /** Never more than signatures are remembered for. */
    private static Duration tolerance(Signature signature) {
        Duration wanted = Objects.requireNonNullElse(signature.tolerance(), TOLERANCE);
        return wanted.compareTo(LONGEST_TOLERANCE) > 0 ? LONGEST_TOLERANCE : wanted;
    }

    private @Nullable Refusal ofSignature(Signature signature, WebhookRequest request, Instant now) {
        String given = request.header(signature.header());
        if (given == null) {
            return Refusal.NO_SIGNATURE;
        }
        String timestamp = null;
        if (signature.timestampHeader() != null) {
            timestamp = request.header(signature.timestampHeader());
            if (timestamp == null) {
                return Refusal.NO_TIMESTAMP;
            }
            if (!isRecent(timestamp, tolerance(signature), now)) {
                return Refusal.EXPIRED_TIMESTAMP;
            }
        }
        byte[] expected = signed(secrets.get(signature.secret()), timestamp, request.body());
        return MessageDigest.isEqual(expected, bytes(given)) ? null : Refusal.WRONG_SIGNATURE;
    }

    private @Nullable Refusal ofToken(Token token, WebhookRequest request) {
        String given = request.header(token.header());
        if (given == null) {
            return Refusal.NO_TOKEN;
        }
        byte[] expected = secrets.get(token.secret()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8)) ? null : Refusal.WRONG_TOKEN;
    }

    private static boolean isRecent(String timestamp, Duration tolerance, Instant now) {
        if (timestamp.length() > LONGEST_TIMESTAMP || !timestamp.matches("\\d+")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, now).abs().compareTo(tolerance) <= 0;
    }

    private static byte[] signed(String secret, @Nullable String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            if (timestamp != null) {
                mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            }
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The bytes of a signature; none of what is no hexadecimal, which no signature equals. */
    private static byte[] bytes(String given) {
        String hexadecimal = given.strip().toLowerCase(Locale.ROOT);
        if (hexadecimal.startsWith(SCHEME)) {
            hexadecimal = hexadecimal.substring(SCHEME.length());
        }
        try {
            return HexFormat.of().parseHex(hexadecimal);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
