package com.automatrix.template.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpressionRangeTest {

    @Test
    void braces_of_objects_and_braces_that_are_quoted_do_not_end_an_expression() {
        assertThat(expressions("{{ {'a': {'b': 1}} }} x")).containsExactly("{{ {'a': {'b': 1}} }}");
        assertThat(expressions("{{ '}}' & \"\\\"}}\" & `}}` /* }} */ & /}}[/]}}/ }} x"))
                .containsExactly("{{ '}}' & \"\\\"}}\" & `}}` /* }} */ & /}}[/]}}/ }}");
    }

    @Test
    void a_slash_after_a_value_divides() {
        assertThat(expressions("{{ a / 2 }} {{ f(1) / b['/'] }} / {{ $x[0] / 3 }}"))
                .containsExactly("{{ a / 2 }}", "{{ f(1) / b['/'] }}", "{{ $x[0] / 3 }}");
        assertThat(expressions("{{ $match(a, /\"}}/) }} \" {{ b }}"))
                .containsExactly("{{ $match(a, /\"}}/) }}", "{{ b }}");
        assertThat(expressions("{{ a in /'/ }} '")).containsExactly("{{ a in /'/ }}");
    }

    @Test
    void what_stays_open_goes_on_to_the_end() {
        assertThat(expressions("x {{ 'a")).containsExactly("{{ 'a");
        assertThat(expressions("x {{ /a")).containsExactly("{{ /a");
        assertThat(expressions("x {{ /* a")).containsExactly("{{ /* a");
        assertThat(expressions("x {{")).containsExactly("{{");
    }

    @Test
    void what_is_quoted_is_blanked_out() {
        assertThat(ExpressionRange.unquotedIn(
                        Map.of("triggers", List.of(Map.of("filter", "{{ vars.a = 'vars.b' }}", "id", "{{ vars.c }}")))))
                .containsExactly("{{ vars.a =          }}");
    }

    private static List<String> expressions(String text) {
        return ExpressionRange.in(text).stream()
                .map(range -> text.substring(range.start(), range.end()))
                .toList();
    }
}
