package com.automatrix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.local.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadOptionsTest {
    @Test
    void without_options_every_service_and_the_broker_are_killed() {
        assertThat(LeadOptions.read(List.of()))
                .isEqualTo(new LeadOptions(
                        20,
                        Duration.ofSeconds(10),
                        List.of(
                                "gateway",
                                "auth-service",
                                "workflow-service",
                                "execution-service",
                                "ai-service",
                                "template-service",
                                "kafka")));
    }

    @Test
    void a_shorter_run_can_be_asked_for() {
        assertThat(LeadOptions.read(List.of("--rate", "5", "--quiet", "1.5", "--only", "kafka,gateway")))
                .isEqualTo(new LeadOptions(5, Duration.ofMillis(1_500), List.of("kafka", "gateway")));
    }

    @Test
    void what_cannot_be_understood_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> LeadOptions.read(List.of("--only", "postgres")))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("Expected some of gateway,")
                .hasMessageEndingWith("but got \"postgres\".");
        assertThatThrownBy(() -> LeadOptions.read(List.of("--kill")))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith("There is no option \"--kill\".");
        assertThatThrownBy(() -> LeadOptions.read(List.of("--only")))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith("but got \"\".");
    }

    @Test
    void a_verdict_is_a_table_and_bad_if_any_document_is_lost_told_twice_or_not_listed() {
        var good = new LeadVerdict(3_000, 0, 0, 0, 0, 2, 40, 7);

        assertThat(good).hasToString("""
                accepted | refused | lost | two events | not listed | redelivered | errors | kills
                -------- | ------- | ---- | ---------- | ---------- | ----------- | ------ | -----
                    3000 |       0 |    0 |          0 |          0 |           2 |     40 |     7""");
        assertThat(good.isGood()).isTrue();
        assertThat(new LeadVerdict(3_000, 0, 1, 0, 0, 0, 0, 7).isGood()).isFalse();
        assertThat(new LeadVerdict(3_000, 0, 0, 0, 1, 0, 0, 7).isGood()).isFalse();
        assertThat(new LeadVerdict(0, 0, 0, 0, 0, 0, 0, 7).isGood()).isFalse();
    }
}
