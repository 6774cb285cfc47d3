package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.auth.account.Account.Kind;
import com.automatrix.platform.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void the_right_password_matches_and_a_wrong_one_does_not() {
        var account = account(passwords.hash("correct horse battery"));

        assertThat(passwords.matches("correct horse battery", account)).isTrue();
        assertThat(passwords.matches("Correct horse battery", account)).isFalse();
    }

    @Test
    void nobody_has_no_password() {
        assertThat(passwords.matches("", null)).isFalse();
    }

    @Test
    void hashes_are_argon2id_with_the_parameters_owasp_recommends() {
        assertThat(passwords.hash("correct horse battery")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void the_same_password_has_another_hash_each_time() {
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    @Test
    void random_passwords_are_four_groups_without_look_alikes() {
        var password = passwords.random();

        assertThat(password).matches("[2-9A-HJ-KM-NP-Z]{5}(-[2-9A-HJ-KM-NP-Z]{5}){3}");
        assertThat(passwords.random()).isNotEqualTo(password);
    }

    private static Account account(String hash) {
        return new Account(
                new UUID(0, 1),
                Kind.PERSON,
                "dana@example.com",
                "Dana",
                hash,
                Set.of(Role.VIEWER),
                Set.of(),
                true,
                false,
                Instant.EPOCH,
                null);
    }
}
