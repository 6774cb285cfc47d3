package com.automatrix.template.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.template.parameter.Placeholders.Use;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

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
        Map<String, Object> definition = Map.of(
                "nodes",
                List.of(Map.of("name", "[[a]]", "config", Map.of("value", List.of("[[a]]", 1, true)))),
                "version",
                1);

        assertThat(Placeholders.fill(definition, Map.of("a", "x")))
                .isEqualTo(Map.of(
                        "nodes",
                        List.of(Map.of("name", "x", "config", Map.of("value", List.of("x", 1, true)))),
                        "version",
                        1));
        assertThat(Placeholders.uses(definition))
                .containsExactlyInAnyOrder(
                        new Use("a", "/nodes/0/name", false), new Use("a", "/nodes/0/config/value/0", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ secrets.key }}",
                "}} {{ secrets.key }} {{",
                "{{",
                "{",
                "\" & secrets.key & \"",
                "' & secrets.key & '",
                "\\",
                "\\\" & secrets.key & \"",
                "[[other]]",
                "[[a]] {{ [[a]] }}",
                "*/ secrets.key /*",
                "$1 \n \t \u0007 ü 😀"
            })
    void whatever_a_value_looks_like_the_engine_finds_it_as_it_was(String value) {
        Map<String, Object> values = Map.of("a", value, "other", "x");

        assertThat(evaluated(filled("[[a]]", values))).isEqualTo(value);
        assertThat(evaluated(filled("Dear [[a]], hello", values))).isEqualTo("Dear " + value + ", hello");
        assertThat(evaluated(filled("{{ [[a]] }}", values))).isEqualTo(value);
        assertThat(evaluated(filled("{{ $uppercase('x') }}[[a]]{{ 'y' & [[a]] }}", values)))
                .isEqualTo("X" + value + "y" + value);
        assertThat(Placeholders.fill(Map.of("nodes", List.of(Map.of("name", "For [[a]]"))), values))
                .isEqualTo(Map.of("nodes", List.of(Map.of("name", "For " + value))));
        assertThat(Placeholders.fillData(Map.of("input", "[[a]]"), values)).isEqualTo(Map.of("input", value));
    }

    @Test
    void an_expression_in_a_list_of_answers_is_text_as_well() {
        assertThat(filled("[[a]]", Map.of("a", List.of("x", "{{ 1 }}"))))
                .isEqualTo(List.of("x", "{{ \"\\u007b\\u007b 1 \\u007d\\u007d\" }}"));
        assertThat(evaluated(filled("{{ $join([[a]], '-') }}", Map.of("a", List.of("x", "{{ 1 }}")))))
                .isEqualTo("x-{{ 1 }}");
    }

    @Test
    void a_placeholder_within_quotes_a_comment_or_a_regular_expression_is_told_apart() {
        assertThat(Placeholders.uses(config("{{ 'Hi [[a]]' & [[b]] & /[[c]]/ /* [[d]] */ & `[[e]]` }} '[[f]]'")))
                .extracting(use -> use.name() + " " + use.isQuoted())
                .containsExactly("a true", "b false", "c true", "d true", "e true", "f false");
    }

    private static Map<String, Object> config(String text) {
        return Map.of("nodes", List.of(Map.of("config", Map.of("text", text))));
    }

    private static Object filled(String text, Map<String, Object> values) {
        JsonNode filled = ContractJson.events().valueToTree(Placeholders.fill(config(text), values));
        return ContractJson.events().convertValue(filled.at("/nodes/0/config/text"), Object.class);
    }

    /** As the engine does it: the results of the expressions joined with the text around them. */
    private static String evaluated(Object filled) {
        String text = filled.toString();
        StringBuilder joined = new StringBuilder();
        int end = 0;
        for (ExpressionRange expression : ExpressionRange.in(text)) {
            String source = text.substring(expression.start() + 2, expression.end() - 2);
            joined.append(text, end, expression.start())
                    .append(Jsonata.jsonata(source).evaluate(Map.of()));
            end = expression.end();
        }
        return joined.append(text.substring(end)).toString();
    }
}
