package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.local.chaos.LeadChaos;
import com.automatrix.local.chaos.LeadOptions;
import com.automatrix.local.chaos.LeadVerdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadChaosJourney {
    private final RunningSystem system = new RunningSystem();

    @Test
    void every_document_that_was_accepted_is_one_event_when_the_service_that_took_it_is_killed() {
        var verdict = LeadChaos.cause(
                system.settings, new LeadOptions(20, Duration.ofSeconds(3), List.of("execution-service")));

        assertThat(verdict).as("%s", verdict).matches(LeadVerdict::isGood);
    }
}
