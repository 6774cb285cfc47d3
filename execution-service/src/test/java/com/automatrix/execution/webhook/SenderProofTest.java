package com.automatrix.execution.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.contracts.definition.WebhookTrigger.Signature;
import com.automatrix.contracts.definition.WebhookTrigger.Token;
import com.automatrix.platform.credential.CredentialFailure;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderProofTest {

    private static final String SECRET = "s3cret";
    private static final String BODY = "{\"deal\": \"D-1\"}";
    private static final Instant NOW = Instant.parse("2026-05-01T14:00:00Z");
    private static final String SENT = String.valueOf(NOW.getEpochSecond());
    private static final Signature PLAIN = new Signature("X-Signature", "crm", null, null);
    private static final Signature TIMED = new Signature("X-Signature", "crm", "X-Timestamp", null);

    private final SenderProof proof = new SenderProof(name -> {
        if (name.equals("crm")) {
            return SECRET;
        }
        throw CredentialFailure.notFound(name);
    });

    /** Made by another implementation: {@code printf '{"deal": "D-1"}' | openssl dgst -sha256 -hmac s3cret}. */
    @Test
    void a_signature_of_the_body_is_the_one_that_openssl_makes() {
        assertThat(refusal(PLAIN, Map.of("x-signature", OPENSSL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'',        '',   ",
        "sha256=,   '',   ",
        "'',        x,    WRONG_SIGNATURE",
        "sha1=,     '',   WRONG_SIGNATURE",
        "sha256=,   00,   WRONG_SIGNATURE",
    })
    void a_signature_is_taken_as_it_is_or_with_its_scheme(String before, String after, @Nullable Refusal expected) {
        assertThat(refusal(PLAIN, Map.of("x-signature", before + hmac(BODY) + after)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void upper_case_hexadecimal_is_the_same() {
        assertThat(refusal(PLAIN, Map.of("x-signature", hmac(BODY).toUpperCase(Locale.ROOT))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "nonsense", "00", "sha256=sha256="})
    void what_is_no_signature_is_wrong(String signature) {
        assertThat(refusal(PLAIN, Map.of("x-signature", signature))).contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void a_missing_signature_is_told_from_a_wrong_one() {
        assertThat(refusal(PLAIN, Map.of())).contains(Refusal.NO_SIGNATURE);
    }

    @Test
    void a_signature_of_another_body_is_wrong() {
        assertThat(refusal(PLAIN, Map.of("x-signature", hmac(BODY + " ")))).contains(Refusal.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "0,     ",
        "-300,  ",
        "300,   ",
        "-301,  EXPIRED_TIMESTAMP",
        "301,   EXPIRED_TIMESTAMP",
    })
    void a_timestamp_may_be_five_minutes_off(long seconds, @Nullable Refusal expected) {
        String sent = String.valueOf(NOW.getEpochSecond() + seconds);

        assertThat(refusal(TIMED, Map.of("x-signature", hmac(sent + "." + BODY), "x-timestamp", sent)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void a_trigger_may_allow_less() {
        Signature strict = new Signature("X-Signature", "crm", "X-Timestamp", Duration.ofSeconds(10));
        String sent = String.valueOf(NOW.getEpochSecond() - 11);

        assertThat(refusal(strict, Map.of("x-signature", hmac(sent + "." + BODY), "x-timestamp", sent)))
                .contains(Refusal.EXPIRED_TIMESTAMP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1777644000.5", "99999999999999999999"})
    void what_is_no_time_has_expired(String timestamp) {
        assertThat(refusal(TIMED, Map.of("x-signature", hmac(timestamp + "." + BODY), "x-timestamp", timestamp)))
                .contains(Refusal.EXPIRED_TIMESTAMP);
    }

    @Test
    void a_signature_without_its_timestamp_proves_nothing() {
        assertThat(refusal(TIMED, Map.of("x-signature", hmac(BODY)))).contains(Refusal.NO_TIMESTAMP);
        assertThat(refusal(TIMED, Map.of("x-signature", hmac(BODY), "x-timestamp", SENT)))
                .contains(Refusal.WRONG_SIGNATURE);
    }

    @Test
    void the_same_signature_is_recognised_however_it_is_written() {
        String signature = hmac(SENT + "." + BODY);

        assertThat(SenderProof.once(trigger(TIMED, null), request(Map.of("x-signature", signature))))
                .isEqualTo(SenderProof.once(
                        trigger(TIMED, null),
                        request(Map.of("x-signature", "SHA256=" + signature.toUpperCase(Locale.ROOT)))))
                .isPresent();
        assertThat(SenderProof.once(trigger(PLAIN, null), request(Map.of("x-signature", signature))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"s3cret, ", "s3cre, WRONG_TOKEN", "S3CRET, WRONG_TOKEN", "'', WRONG_TOKEN"})
    void a_token_is_compared_whole(String given, @Nullable Refusal expected) {
        WebhookTrigger trigger = trigger(null, new Token("X-Api-Key", "crm"));

        assertThat(proof.refusal(trigger, request(Map.of("x-api-key", given)), NOW))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void a_trigger_with_both_wants_both() {
        WebhookTrigger trigger = trigger(PLAIN, new Token("X-Api-Key", "crm"));

        assertThat(proof.refusal(trigger, request(Map.of("x-signature", hmac(BODY))), NOW))
                .contains(Refusal.NO_TOKEN);
        assertThat(proof.refusal(trigger, request(Map.of("x-api-key", SECRET)), NOW))
                .contains(Refusal.NO_SIGNATURE);
    }

    @Test
    void a_trigger_with_neither_trusts_whoever_knows_the_address() {
        assertThat(proof.refusal(trigger(null, null), request(Map.of()), NOW)).isEmpty();
    }

    @Test
    void a_secret_that_cannot_be_had_lets_nobody_in() {
        WebhookTrigger trigger = trigger(new Signature("X-Signature", "gone", null, null), null);

        assertThatThrownBy(() -> proof.refusal(trigger, request(Map.of("x-signature", hmac(BODY))), NOW))
                .isInstanceOf(CredentialFailure.class);
    }

    private static final String OPENSSL = "18dff3a9ba88fa5b0208f595c17ceb3e50cd2b4ab067d7d8e1f20e322cd1143d";

    private Optional<Refusal> refusal(Signature signature, Map<String, String> headers) {
        return proof.refusal(trigger(signature, null), request(headers), NOW);
    }

    private static WebhookTrigger trigger(@Nullable Signature signature, @Nullable Token token) {
        return new WebhookTrigger("crm", signature, token, null, null, null, null);
    }

    private static WebhookRequest request(Map<String, String> headers) {
        return new WebhookRequest("POST", headers, Map.of(), "application/json", BODY.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
