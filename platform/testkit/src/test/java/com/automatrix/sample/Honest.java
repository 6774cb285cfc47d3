package com.automatrix.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** Keeps the rules. */
final class Honest {

    private final InstantSource clock;

    Honest(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    static LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}
