package com.automatrix.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SettableClockTest {

    @Test
    void time_stands_still_until_it_is_moved() {
        var clock = SettableClock.at("2026-03-02T08:00:00Z");
        assertThat(clock.instant()).isEqualTo(clock.instant());

        assertThat(clock.advance(Duration.ofHours(1))).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));

        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }
}
