package com.automatrix.execution.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    @Test
    void a_nul_character_is_left_out_but_not_the_text_that_looks_like_its_escape() {
        assertThat(JsonText.write("a\0b")).isEqualTo("\"ab\"");
        assertThat(JsonText.write("a\\u0000b")).isEqualTo("\"a\\\\u0000b\"");
        assertThat(JsonText.write("a\\\0b")).isEqualTo("\"a\\\\b\"");
    }

    @Test
    void nothing_is_written_as_nothing() {
        assertThat(JsonText.write(null)).isNull();
        assertThat(JsonText.read(null)).isNull();
    }

    @Test
    void a_tree_is_read_as_plain_values() {
        assertThat(JsonText.read("{\"a\": [1, 2.5, null]}"))
                .isEqualTo(Map.of("a", java.util.Arrays.asList(1, 2.5, null)));
    }
}
