package com.automatrix.auth.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrivateKeyCipherTest {

    private static final byte[] KEY = "a private key".getBytes(UTF_8);

    @Test
    void what_was_encrypted_can_be_decrypted() throws GeneralSecurityException {
        var cipher = cipher("secret");

        var stored = cipher.encrypt("key-1", KEY);

        assertThat(new String(stored, UTF_8)).doesNotContain("private");
        assertThat(cipher.decrypt("key-1", stored)).isEqualTo(KEY);
    }

    @Test
    void another_secret_decrypts_nothing() throws GeneralSecurityException {
        var stored = cipher("secret").encrypt("key-1", KEY);

        assertThatThrownBy(() -> cipher("other").decrypt("key-1", stored)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_key_cannot_be_passed_off_as_another() throws GeneralSecurityException {
        var stored = cipher("secret").encrypt("key-1", KEY);

        assertThatThrownBy(() -> cipher("secret").decrypt("key-2", stored))
                .isInstanceOf(GeneralSecurityException.class);
    }

    private static PrivateKeyCipher cipher(String secret) throws GeneralSecurityException {
        return new PrivateKeyCipher(new KeyProperties(secret, Duration.ofDays(90), Duration.ofHours(1)));
    }
}
