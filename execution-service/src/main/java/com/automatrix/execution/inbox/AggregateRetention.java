package com.automatrix.execution.inbox;

import com.automatrix.execution.persistence.AggregateStates;
import java.time.InstantSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes gates and correlations that nobody needs any more: there is one for each value that was ever seen. */
@Component
class AggregateRetention {

    private final AggregateStates states;
    private final InstantSource clock;

    AggregateRetention(AggregateStates states, InstantSource clock) {
        this.states = states;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT10M")
    void forget() {
        states.forgetBefore(clock.instant());
    }
}
