package com.automatrix.execution.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void nul_characters_and_half_pairs_are_taken_out_wherever_they_are() {
        Object tree = Map.of("a\0b", Arrays.asList("x\0", 1, null, true, Map.of("deep", "\ud800!")));

        assertThat(CleanText.clean(tree))
                .isEqualTo(Map.of("ab", Arrays.asList("x", 1, null, true, Map.of("deep", "\ufffd!"))));
    }

    @Test
    void other_text_stays_as_it_is() {
        assertThat(CleanText.clean("plain")).isEqualTo("plain");
        assertThat(CleanText.clean("a 😀 b")).isEqualTo("a 😀 b");
        assertThat(CleanText.clean((Object) List.of(1.5, "ü"))).isEqualTo(List.of(1.5, "ü"));
    }
}
