package com.automatrix.execution.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;

class PlaceholdersTest {

    @Test
    void values_stand_where_they_are_named_whatever_they_look_like() {
        Map<String, Object> values = Map.of("first", "Marie {{ last }} $1", "car", Map.of("year", 2022), "ready", true);

        assertThat(Placeholders.fill(
                        "Hello {{first}}, your {{ car.year }} is {{ ready }}.", values, UnaryOperator.identity()))
                .isEqualTo("Hello Marie {{ last }} $1, your 2022 is true.");
        assertThat(Placeholders.fill("<p>{{ name }}</p>", Map.of("name", "<b>Ada & Co"), HtmlUtils::htmlEscape))
                .isEqualTo("<p>&lt;b&gt;Ada &amp; Co</p>");
        assertThat(Placeholders.in("{{ b }} {{ a }} {{ b }}")).containsExactly("a", "b");
    }

    @Test
    void a_value_that_is_not_given_or_is_no_text_is_named() {
        for (String path : List.of("nobody", "car", "car.year.more", "none")) {
            assertThatThrownBy(() -> Placeholders.fill(
                            "{{ " + path + " }}", Map.of("car", Map.of("year", 2022)), UnaryOperator.identity()))
                    .isInstanceOf(Placeholders.Missing.class)
                    .hasMessageContaining("{{ " + path + " }}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ first name }}", "{{}}", "{{ 1 + 1 }}", "{{ $now() }}", "{{ open", "{{ a. }}"})
    void what_is_no_name_of_a_value_is_mistaken(String text) {
        assertThat(Placeholders.mistaken(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No values.", "{{ a }}{{a.b.c}}", "{ a }", "}}"})
    void other_texts_can_be_filled(String text) {
        assertThat(Placeholders.mistaken(text)).isNull();
    }
}
