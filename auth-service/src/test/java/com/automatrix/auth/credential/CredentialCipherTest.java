package com.automatrix.auth.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialCipherTest {

    private static final UUID ID = UUID.fromString("019cad8f-ac00-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("019cad8f-ac00-7000-8000-000000000002");
    private static final byte[] PLAIN = "hush-hush".getBytes(UTF_8);

    @TempDir
    Path folder = Path.of("");

    @Test
    void what_was_encrypted_is_decrypted() throws GeneralSecurityException {
        var cipher = cipher("key");
        var sealed = cipher.encrypt(ID, PLAIN);

        assertThat(cipher.decrypt(cipher.currentKeyId(), ID, sealed)).isEqualTo(PLAIN);
        assertThat(new String(sealed, UTF_8)).doesNotContain("hush");
        assertThat(cipher.encrypt(ID, PLAIN)).isNotEqualTo(sealed);
    }

    @Test
    void a_row_that_was_changed_or_stands_in_for_another_is_not() throws GeneralSecurityException {
        var cipher = cipher("key");
        var sealed = cipher.encrypt(ID, PLAIN);
        var changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> cipher.decrypt(cipher.currentKeyId(), OTHER, sealed));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> cipher.decrypt(cipher.currentKeyId(), ID, changed));
    }

    @Test
    void an_old_key_reads_and_does_not_write() throws GeneralSecurityException {
        var before = cipher("old");
        var sealed = before.encrypt(ID, PLAIN);
        var during = cipher("new", "old");
        var after = cipher("new");

        assertThat(during.currentKeyId()).isEqualTo(after.currentKeyId()).isNotEqualTo(before.currentKeyId());
        assertThat(during.decrypt(before.currentKeyId(), ID, sealed)).isEqualTo(PLAIN);
        assertThat(after.knows(before.currentKeyId())).isFalse();
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> after.decrypt(before.currentKeyId(), ID, sealed));
        assertThat(after.decrypt(after.currentKeyId(), ID, during.encrypt(ID, PLAIN)))
                .isEqualTo(PLAIN);
    }

    @Test
    void a_file_holds_the_key_in_its_first_line_and_old_ones_below() throws IOException {
        var file = Files.writeString(folder.resolve("keys"), "new\n\n old \n");

        assertThat(new CredentialKeyProperties("ignored", file.toString(), List.of("older")).all())
                .containsExactly("new", "old", "older");
        assertThat(new CredentialKeyProperties("hush", "", List.of("hush")).toString())
                .doesNotContain("hush");
        assertThatIllegalStateException().isThrownBy(() -> new CredentialKeyProperties(" ", "", List.of()).all());
    }

    private static CredentialCipher cipher(String key, String... old) throws GeneralSecurityException {
        return new CredentialCipher(new CredentialKeyProperties(key, "", List.of(old)));
    }
}
