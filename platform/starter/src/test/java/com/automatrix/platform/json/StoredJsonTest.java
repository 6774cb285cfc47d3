package com.automatrix.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredJsonTest {

    @Test
    void a_nul_character_is_left_out() {
        assertThat(StoredJson.write(Map.of("a", "x\u0000y\u0000"))).isEqualTo("{\"a\":\"xy\"}");
    }

    @Test
    void what_only_looks_like_one_is_kept() {
        assertThat(StoredJson.write("\\u0000")).isEqualTo("\"\\\\u0000\"");
        assertThat(StoredJson.write("\\\u0000")).isEqualTo("\"\\\\\"");
    }

    @Test
    void null_is_null() {
        assertThat(StoredJson.write(null)).isEqualTo("null");
    }
}
