package com.automatrix.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
    void a_database_that_cannot_be_reached_is_away(String state) {
        assertThat(DatabaseAway.in(new SQLException("gone", state))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22021", "57014", "40P01"})
    void a_database_that_refuses_is_there(String state) {
        assertThat(DatabaseAway.in(new SQLException("no", state))).isNull();
    }

    @Test
    void without_a_failure_of_the_database_nothing_is_said() {
        assertThat(DatabaseAway.in(null)).isNull();
        assertThat(DatabaseAway.in(new SQLException("without a state"))).isNull();
    }
}
