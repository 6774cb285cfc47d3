package com.automatrix.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.local.Failure;
import com.automatrix.local.bench.HistoryOptions.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryOptionsTest {
    @Test
    void without_options_two_million_log_rows_are_made_up_and_dropped() {
        assertThat(HistoryOptions.read(List.of())).isEqualTo(new HistoryOptions(200_000, false, Work.MEASURE_AND_DROP));
    }

    @Test
    void what_is_asked_for_is_done() {
        assertThat(HistoryOptions.read(List.of("--executions", "4000", "--json", "--keep")))
                .isEqualTo(new HistoryOptions(4000, true, Work.MEASURE));
    }

    @Test
    void a_history_is_made_up_or_dropped_without_measuring() {
        assertThat(HistoryOptions.read(List.of("--fill", "--executions", "20000")))
                .isEqualTo(new HistoryOptions(20_000, false, Work.FILL));
        assertThat(HistoryOptions.read(List.of("--drop"))).isEqualTo(new HistoryOptions(200_000, false, Work.DROP));
    }

    @Test
    void what_cannot_be_understood_is_refused_with_a_sentence() {
        assertRefused("There is no option \"--fast\".", "--fast");
        assertRefused("Expected from 1000 to 99999999 after --executions, but got \"7\".", "--executions", "7");
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> HistoryOptions.read(List.of(arguments)))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith(sentence);
    }
}
