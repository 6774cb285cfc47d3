package com.automatrix.execution.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreferenceTest {

    @Test
    void the_wait_is_found_among_other_preferences() {
        assertThat(read("wait=5")).isEqualTo(Duration.ofSeconds(5));
        assertThat(read("respond-async, wait=10")).isEqualTo(Duration.ofSeconds(10));
        assertThat(read("wait = \"7\"; foo")).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void a_wait_is_at_most_what_is_allowed() {
        assertThat(read("wait=600")).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void what_is_not_understood_is_ignored() {
        assertThat(read(null)).isNull();
        assertThat(read("return=minimal")).isNull();
        assertThat(read("wait=soon")).isNull();
        assertThat(read("await=5")).isNull();
    }

    private static @Nullable Duration read(@Nullable String header) {
        return Preference.read(header, Duration.ofSeconds(60))
                .map(Preference::atMost)
                .orElse(null);
    }
}
