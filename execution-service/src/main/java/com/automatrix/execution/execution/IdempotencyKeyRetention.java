package com.automatrix.execution.execution;

import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets idempotency keys after the time for which they are remembered. */
@Component
class IdempotencyKeyRetention {

    private final IdempotencyKeys keys;
    private final InstantSource clock;

    IdempotencyKeyRetention(IdempotencyKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void forget() {
        keys.forgetBefore(clock.instant().minus(IdempotencyKeys.REMEMBERED));
    }
}
