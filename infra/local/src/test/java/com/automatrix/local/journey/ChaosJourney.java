package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.local.chaos.Chaos;
import com.automatrix.local.chaos.Options;
import com.automatrix.local.chaos.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChaosJourney {
    private final RunningSystem system = new RunningSystem();

    @Test
    void nothing_is_lost_stuck_or_applied_twice_when_one_engine_after_the_other_is_killed() {
        var verdict = Chaos.cause(system.settings, new Options(Duration.ofSeconds(40), 20, Duration.ofSeconds(18)));

        assertThat(verdict.started()).isEqualTo(800);
        assertThat(verdict.kills()).isPositive();
        assertThat(verdict).as("%s", verdict).matches(Verdict::isGood);
    }
}
