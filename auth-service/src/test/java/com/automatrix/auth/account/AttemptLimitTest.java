package com.automatrix.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.platform.problem.RateLimited;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {

    private static final String EMAIL = "dana@example.com";
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private final AttemptLimit attempts = new AttemptLimit(() -> now);

    @Test
    void the_attempt_after_the_free_ones_has_to_wait() {
        useUpFreeAttempts();

        assertThat(refusal(EMAIL, HERE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void the_case_of_the_address_makes_no_second_account() {
        useUpFreeAttempts();

        assertThat(refusal(" Dana@Example.com", HERE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void after_the_wait_one_attempt_is_free_and_the_next_wait_is_twice_as_long() {
        useUpFreeAttempts();

        now = now.plusSeconds(30);
        attempts.begin(EMAIL, HERE);

        assertThat(refusal(EMAIL, HERE)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void no_wait_is_longer_than_a_quarter_of_an_hour() {
        useUpFreeAttempts();

        for (int failure = 0; failure < 20; failure++) {
            now = now.plus(AttemptLimit.LONGEST_WAIT);
            attempts.begin(EMAIL, HERE);
        }

        assertThat(refusal(EMAIL, HERE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_right_password_forgives_what_was_before() {
        useUpFreeAttempts();

        attempts.succeeded(EMAIL, HERE);

        assertThatCode(() -> attempts.begin(EMAIL, HERE)).doesNotThrowAnyException();
    }

    @Test
    void somebody_elses_guesses_do_not_lock_the_owner_out() {
        useUpFreeAttempts();

        assertThatCode(() -> attempts.begin(EMAIL, ELSEWHERE)).doesNotThrowAnyException();
    }

    @Test
    void one_address_cannot_try_one_password_on_every_account() {
        for (int account = 0; account < AttemptLimit.FREE_FOR_ADDRESS; account++) {
            attempts.begin("user" + account + "@example.com", HERE);
        }

        assertThat(refusal("another@example.com", HERE)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void successful_sign_ins_never_count_against_their_address() {
        for (int account = 0; account < 2 * AttemptLimit.FREE_FOR_ADDRESS; account++) {
            attempts.begin("user" + account + "@example.com", HERE);
            attempts.succeeded("user" + account + "@example.com", HERE);
        }

        assertThatCode(() -> attempts.begin("another@example.com", HERE)).doesNotThrowAnyException();
    }

    private void useUpFreeAttempts() {
        for (int attempt = 0; attempt < AttemptLimit.FREE_FOR_ACCOUNT; attempt++) {
            attempts.begin(EMAIL, HERE);
        }
    }

    private Duration refusal(String email, String address) {
        return catchThrowableOfType(RateLimited.class, () -> attempts.begin(email, address))
                .retryAfter();
    }
}
