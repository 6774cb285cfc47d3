package com.automatrix.execution.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void fields_are_quoted_and_what_is_missing_is_empty() {
        assertThat(Csv.line("Say \"hi\", Ada", null, 3, "two\nlines"))
                .isEqualTo("\"Say \"\"hi\"\", Ada\",,\"3\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void what_a_spreadsheet_takes_for_a_formula_is_made_text(String formula) {
        assertThat(Csv.line(formula)).isEqualTo("\"'" + formula + "\"\r\n");
    }

    @Test
    void a_number_below_zero_stays_one() {
        assertThat(Csv.line(-3)).isEqualTo("\"-3\"\r\n");
    }
}
