package com.automatrix.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorrelationTest {

    @Test
    void an_id_is_bound_for_the_time_of_an_action() throws Exception {
        Correlation.run("outer", () -> {
            Correlation.run("inner", () -> assertThat(Correlation.current()).isEqualTo("inner"));
            assertThat(Correlation.current()).isEqualTo("outer");
        });

        assertThat(Correlation.bound()).isEmpty();
        assertThat(Correlation.<String>call("called", Correlation::current)).isEqualTo("called");
        assertThat(Correlation.bound()).isEmpty();
    }

    @Test
    void without_one_each_question_gets_a_new_id() {
        assertThat(Correlation.current()).isNotEqualTo(Correlation.current());
    }

    @Test
    void only_short_plain_texts_are_accepted() {
        assertThat(Correlation.isValid("a.B-1_2:3")).isTrue();
        assertThat(Correlation.isValid("x".repeat(128))).isTrue();
        assertThat(Correlation.isValid("x".repeat(129))).isFalse();
        assertThat(Correlation.isValid("a b")).isFalse();
        assertThat(Correlation.isValid("a\nb")).isFalse();
        assertThat(Correlation.isValid("")).isFalse();
        assertThat(Correlation.isValid(null)).isFalse();
        assertThat(Correlation.accept("mine")).isEqualTo("mine");
        assertThat(Correlation.accept("not mine")).isNotEqualTo("not mine");
    }
}
