package com.automatrix.template.instantiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void a_string_that_is_exactly_one_placeholder_keeps_the_values_type() {
        assertThat(filled("[[count]]", Map.of("count", 5))).isEqualTo(5);
        assertThat(filled("[[days]]", Map.of("days", List.of(1, 2)))).isEqualTo(List.of(1, 2));
        assertThat(filled("[[on]]", Map.of("on", true))).isEqualTo(true);
    }

    @Test
    void within_text_a_value_is_put_in_as_text() {
        assertThat(filled(
                        "Within [[count]] minutes, [[store]] on [[days]]",
                        Map.of("count", 5, "store", "Joe's", "days", List.of(1, 2))))
                .isEqualTo("Within 5 minutes, Joe's on 1, 2");
    }

    @Test
    void within_an_expression_a_value_is_put_in_as_a_literal() {
        assertThat(filled(
                        "{{ [[store]] & {'a': {'b': [[days]]}} }} at [[store]]",
                        Map.of("store", "The \"Best\" & more", "days", List.of(1, 2))))
                .isEqualTo("{{ \"The \\\"Best\\\" & more\" & {'a': {'b': [1,2]}} }} at The \"Best\" & more");
    }

    @Test
    void braces_within_quotes_of_an_expression_do_not_end_it() {
        assertThat(filled("{{ '}}' & [[a]] }}", Map.of("a", "x"))).isEqualTo("{{ '}}' & \"x\" }}");
        assertThat(filled("{{ '\\'}}' & [[a]]", Map.of("a", "x"))).isEqualTo("{{ '\\'}}' & \"x\"");
    }

    @Test
    void what_is_not_declared_or_looks_different_stays() {
        assertThat(filled("[[other]] [[1,2],[3]] [[ a ]] [[CUSTOMER_1]]", Map.of("a", "x")))
                .isEqualTo("[[other]] [[1,2],[3]] [[ a ]] [[CUSTOMER_1]]");
    }

    @Test
    void a_value_is_never_filled_in_itself() {
        assertThat(filled("Hello [[a]]", Map.of("a", "[[b]] $1 \\", "b", "x"))).isEqualTo("Hello [[b]] $1 \\");
    }

    @Test
    void every_string_is_reached_and_everything_else_stays() {
        Map<String, Object> definition =
                Map.of("nodes", List.of(Map.of("config", Map.of("value", List.of("[[a]]", 1, true)))), "version", 1);

        assertThat(Placeholders.fill(definition, Map.of("a", "x")))
                .isEqualTo(Map.of(
                        "nodes", List.of(Map.of("config", Map.of("value", List.of("x", 1, true)))), "version", 1));
        assertThat(Placeholders.in(definition)).containsExactly("a");
    }

    private static Object filled(String text, Map<String, Object> values) {
        Object value = Placeholders.fill(Map.of("text", text), values).get("text");
        assertThat(value).isNotNull();
        return value == null ? "" : value;
    }
}
