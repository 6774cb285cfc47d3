package com.automatrix.workflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineLimitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[input.a, input.b][0].field",
                "input.x or [input.a, input.b][0].field",
                "[[1], [2]][0][0].field",
                "$count([input.a][$exists(field)].field)"
            })
    void a_field_of_what_is_picked_from_a_written_list_is_found(String expression) {
        assertThat(EngineLimits.readsFieldOfPick(JsonataLexer.tokens(expression)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "([input.a, input.b])[0].field",
                "[input.a, input.b][0]",
                "[input.a, input.b].field",
                "input.list[0].field",
                "input.list[kind in ['a', 'b']].field",
                "$filter(input.list, function($one) { $one.ok })[0].field",
                "[input.list[0].field, 1][1]"
            })
    void a_field_of_anything_else_is_not(String expression) {
        assertThat(EngineLimits.readsFieldOfPick(JsonataLexer.tokens(expression)))
                .isFalse();
    }
}
