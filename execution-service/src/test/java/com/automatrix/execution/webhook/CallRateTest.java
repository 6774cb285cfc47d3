package com.automatrix.execution.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.platform.problem.RateLimited;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-05-01T14:00:45Z");

    @Test
    void too_many_calls_in_a_minute_are_told_when_to_come_again() {
        CallRate rate = new CallRate(2);
        rate.count(ONE, NOW);
        rate.count(ONE, NOW);

        assertThatThrownBy(() -> rate.count(ONE, NOW))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        refused -> assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(15)));
        assertThatCode(() -> rate.count(new UUID(0, 2), NOW)).doesNotThrowAnyException();
        assertThatCode(() -> rate.count(ONE, NOW.plusSeconds(15))).doesNotThrowAnyException();
    }
}
