package com.automatrix.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.local.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void without_options_one_of_three_is_killed_every_minute_for_ten_minutes() {
        assertThat(Options.read(List.of())).isEqualTo(new Options(Duration.ofMinutes(10), 50, Duration.ofMinutes(1)));
    }

    @Test
    void a_shorter_run_can_be_asked_for() {
        assertThat(Options.read(List.of("--minutes", "0.5", "--rate", "20", "--kill-every", "15")))
                .isEqualTo(new Options(Duration.ofSeconds(30), 20, Duration.ofSeconds(15)));
    }

    @Test
    void what_cannot_be_understood_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> Options.read(List.of("--rate", "fast")))
                .isInstanceOf(Failure.class)
                .hasMessage("Expected a number above 0 after --rate, but got \"fast\".");
        assertThatThrownBy(() -> Options.read(List.of("--kill")))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith("There is no option \"--kill\".");
    }

    @Test
    void a_verdict_is_a_table_and_bad_if_anything_is_lost_stuck_twice_or_wrong() {
        var good = new Verdict(3_000, 0, 0, 0, 0, 12, 40, 1);

        assertThat(good).hasToString("""
                started | lost | stuck | applied twice | wrong end | re-requests | start errors | kills
                ------- | ---- | ----- | ------------- | --------- | ----------- | ------------ | -----
                   3000 |    0 |     0 |             0 |         0 |          12 |           40 |     1""");
        assertThat(good.isGood()).isTrue();
        assertThat(new Verdict(3_000, 0, 0, 1, 0, 12, 40, 1).isGood()).isFalse();
    }
}
