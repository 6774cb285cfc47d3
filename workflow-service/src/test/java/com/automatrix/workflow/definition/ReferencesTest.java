package com.automatrix.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            steps.classify.output.label               | steps | classify
            steps.`web-lead`.output                   | steps | web-lead
            steps.'web-lead'.output                   | steps | web-lead
            $$.steps.a.output                         | steps | a
            $.steps.a.output                          | steps | a
            $sum(steps.a.output.lines.price)          | steps | a
            ($x := steps.a.output; $x.name)           | steps | a
            [steps.a.output][0]                       | steps | a
            function($i){ steps.a.output }            | steps | a
            function($i)<n:n>{ steps.a.output }       | steps | a
            /* steps.b */ steps.a.output / 2          | steps | a
            """)
    void a_step_is_found(String expression, String name, String step) {
        References references = References.in(expression);

        assertThat(references.names()).containsExactly(name);
        assertThat(references.steps()).containsExactly(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "input.steps.a.output",
                "input.lines[steps.a = 1]",
                "input.lines.(steps.a)",
                "input.lines.{ 'k': steps.a }",
                "input.lines.[steps.a]",
                "input.lines^(steps.a)",
                "input.lines{steps.a: 1}",
                "input.lines.$string(steps.a)",
                "input ~> |lines|{ 'k': steps.a }|",
                "input.x & 'steps.a.output'",
                "$match(input.text, /steps.a/)",
                "$match(input.text, /[/] steps.a (\\/)/im)"
            })
    void a_name_that_belongs_to_an_element_or_a_text_is_not_taken_for_a_step(String expression) {
        References references = References.in(expression);

        assertThat(references.names()).containsExactly("input");
        assertThat(references.steps()).isEmpty();
    }

    @Test
    void a_predicate_may_still_refer_to_the_root() {
        assertThat(References.in("input.lines[id = $$.steps.a.output.id]").steps())
                .containsExactly("a");
    }

    @Test
    void names_are_found_and_literals_variables_and_functions_are_not() {
        assertThat(References.in("input.a = true and $x in vars.list or $not(event.b) ? null : 12.5")
                        .names())
                .containsExactlyInAnyOrder("input", "vars", "event");
    }
}
