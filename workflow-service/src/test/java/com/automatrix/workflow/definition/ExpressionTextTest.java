package com.automatrix.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExpressionTextTest {

    @Test
    void a_string_that_is_exactly_one_expression_is_recognised() {
        assertThat(ExpressionText.parse("{{ input.a }}"))
                .isEqualTo(new ExpressionText(List.of(" input.a "), true, true));
    }

    @Test
    void text_around_an_expression_makes_it_a_text() {
        assertThat(ExpressionText.parse("Hello {{ a }} and {{ b }}"))
                .isEqualTo(new ExpressionText(List.of(" a ", " b "), false, true));
    }

    @Test
    void braces_of_objects_do_not_close_an_expression() {
        assertThat(ExpressionText.parse("{{ {\"a\": {\"b\": 1}}}}").expressions())
                .containsExactly(" {\"a\": {\"b\": 1}}");
    }

    @Test
    void braces_within_quotes_do_not_close_an_expression() {
        assertThat(ExpressionText.parse("{{ \"}} \\\" }}\" & '}' }}").expressions())
                .containsExactly(" \"}} \\\" }}\" & '}' ");
    }

    @Test
    void quotes_and_braces_of_a_regular_expression_or_comment_mean_nothing() {
        assertThat(ExpressionText.parse("{{ $match(a, /don't|}}|[/}]/i) /* }} ' */ }}")
                        .expressions())
                .containsExactly(" $match(a, /don't|}}|[/}]/i) /* }} ' */ ");
    }

    @Test
    void an_expression_that_stays_open_is_noticed() {
        assertThat(ExpressionText.parse("{{ a }} and {{ b "))
                .isEqualTo(new ExpressionText(List.of(" a "), false, false));
        assertThat(ExpressionText.parse("{{ a } ").isClosed()).isFalse();
        assertThat(ExpressionText.parse("{{ 'a }} ").isClosed()).isFalse();
    }
}
