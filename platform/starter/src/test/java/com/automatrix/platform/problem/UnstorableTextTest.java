package com.automatrix.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnstorableTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P05"})
    void a_character_that_the_database_does_not_have_is_a_fault_of_the_text(String state) {
        assertThat(UnstorableText.in(new SQLException("invalid byte sequence", state)))
                .extracting(Invalid::code)
                .isEqualTo("request.nul-character");
    }

    @Test
    void everything_else_that_the_database_refuses_is_not() {
        assertThat(UnstorableText.in(new SQLException("too long", "22001"))).isNull();
        assertThat(UnstorableText.in(new SQLException("without a state"))).isNull();
        assertThat(UnstorableText.in(null)).isNull();
    }
}
