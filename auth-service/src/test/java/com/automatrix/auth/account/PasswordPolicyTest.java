package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.auth.account.Account.Kind;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordPolicyTest {

    private static final Account DANA = new Account(
            new UUID(0, 1),
            Kind.PERSON,
            "dana.builder@example.com",
            "Dana",
            "",
            Set.of(Role.BUILDER),
            Set.of(),
            true,
            true,
            Instant.EPOCH,
            null);

    @ParameterizedTest
    @CsvSource({
        "elevenchars,           password.too-short",
        "the current password,  password.unchanged",
        "aaaaaaaaaaaaaaaa,      password.too-simple",
        "121212121212121212,    password.too-simple",
        "Dana.Builder-2026!,    password.too-simple",
    })
    void what_is_easy_to_guess_is_refused(String password, String code) {
        assertThatThrownBy(() -> PasswordPolicy.check(DANA, "the current password", password))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> org.assertj.core.api.Assertions.assertThat(refusal.violations())
                                .singleElement()
                                .matches(violation -> violation.code().equals(code)
                                        && violation.pointer().equals("/newPassword")));
    }

    @Test
    void a_long_sentence_needs_no_special_characters() {
        assertThatCode(() -> PasswordPolicy.check(DANA, "the current password", "red truck blue truck"))
                .doesNotThrowAnyException();
    }
}
