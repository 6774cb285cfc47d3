package com.automatrix.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.local.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class TriggerOptionsTest {
    @Test
    void without_options_twenty_thousand_events_are_sent() {
        assertThat(TriggerOptions.read(List.of())).isEqualTo(new TriggerOptions(20_000, false));
    }

    @Test
    void what_is_asked_for_is_done() {
        assertThat(TriggerOptions.read(List.of("--events", "5000", "--json")))
                .isEqualTo(new TriggerOptions(5000, true));
    }

    @Test
    void what_cannot_be_understood_is_refused_with_a_sentence() {
        assertRefused("There is no option \"--fast\".", "--fast");
        assertRefused("Expected from 100 to 9999999 after --events, but got \"7\".", "--events", "7");
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> TriggerOptions.read(List.of(arguments)))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith(sentence);
    }
}
