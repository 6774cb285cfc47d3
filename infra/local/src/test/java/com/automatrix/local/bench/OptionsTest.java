package com.automatrix.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.local.Failure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void without_options_everything_is_measured_three_times() {
        var options = Options.read(List.of());

        assertThat(options).isEqualTo(new Options(Set.of(), 3, false, false, false));
        assertThat(options.wants("W8")).isTrue();
    }

    @Test
    void shapes_can_be_chosen() {
        var options = Options.read(List.of("--only", "w1,W3", "--runs", "5", "--json", "--long"));

        assertThat(options).isEqualTo(new Options(Set.of("W1", "W3"), 5, true, true, false));
        assertThat(options.wants("W2")).isFalse();
    }

    @Test
    void what_cannot_be_understood_is_refused_with_a_sentence() {
        assertRefused("There is no option \"--fast\".", "--fast");
        assertRefused("Expected a value after --only, but there is none.", "--only");
        assertRefused("Expected shapes from W1 to W9 after --only, but got \"W10\".", "--only", "W1,W10");
        assertRefused("Expected from 1 to 100 after --runs, but got \"0\".", "--runs", "0");
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> Options.read(List.of(arguments)))
                .isInstanceOf(Failure.class)
                .hasMessageEndingWith(sentence);
    }
}
