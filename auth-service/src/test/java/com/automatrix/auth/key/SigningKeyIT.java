package com.automatrix.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.auth.AuthClient;
import com.automatrix.auth.AuthServiceTest;
import com.automatrix.testkit.SettableClock;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@AuthServiceTest
class SigningKeyIT {

    private final AuthClient client;
    private final SettableClock clock;
    private final JdbcClient jdbc;
    private final SigningKeyService keys;

    SigningKeyIT(AuthClient client, SettableClock clock, JdbcClient jdbc, SigningKeyService keys) {
        this.client = client;
        this.clock = clock;
        this.jdbc = jdbc;
        this.keys = keys;
    }

    @Test
    void only_public_halves_are_published_and_may_be_cached_for_a_while() {
        client.administrator();

        var answer = client.send(client.request("GET", "/.well-known/jwks.json", null));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        assertThat(answer.body().path("keys"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.propertyNames())
                        .containsExactlyInAnyOrder("kty", "e", "use", "kid", "alg", "n"));
    }

    @Test
    void private_keys_are_not_readable_in_the_database() {
        client.administrator();

        var stored = jdbc.sql("select private_key from signing_keys")
                .query((row, number) -> row.getBytes("private_key"))
                .list();

        // PKCS #8 begins with a SEQUENCE.
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(key[0] == 0x30 && key[1] == (byte) 0x82).isFalse());
    }

    @Test
    void a_key_that_cannot_be_decrypted_is_replaced() {
        var before = keys.current().id();
        jdbc.sql("update signing_keys set private_key = :garbage where id = :id")
                .param("garbage", new byte[64])
                .param("id", before)
                .update();

        var after = keys.current().id();

        assertThat(after).isNotEqualTo(before);
        assertThat(publishedIds()).contains(before, after);
    }

    @Test
    void after_ninety_days_a_new_key_signs_and_the_old_ones_tokens_stay_good() {
        clock.advance(Duration.ofDays(91));
        var old = keyOf(client.administrator());
        clock.advance(Duration.ofDays(90).minusMinutes(5));
        var oldToken = client.administrator();

        clock.advance(Duration.ofMinutes(6));
        var newToken = client.administrator();

        assertThat(keyOf(oldToken)).isEqualTo(old);
        assertThat(keyOf(newToken)).isNotEqualTo(old);
        assertThat(publishedIds()).contains(old, keyOf(newToken));
        await().untilAsserted(() -> assertThat(client.me(newToken).status()).isEqualTo(200));
        assertThat(client.me(oldToken).status()).isEqualTo(200);

        clock.advance(Duration.ofHours(1));
        assertThat(publishedIds()).doesNotContain(old);
    }

    private List<String> publishedIds() {
        return client.send(client.request("GET", "/.well-known/jwks.json", null))
                .body()
                .path("keys")
                .findValuesAsString("kid");
    }

    private static String keyOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
