package com.automatrix.execution.lead.adf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VinCheckTest {

    @ParameterizedTest
    @CsvSource({
        "1M8GDM9AXKP042788, VALID",
        "11111111111111111, VALID",
        "5GZCZ43D13S812715, VALID",
        "1HGCM82633A004352, VALID",
        "1HGCM82633A004353, CHECK_DIGIT",
        "1HGCM82633A0O4352, CHARACTER",
        "1HGCM82633A00435, LENGTH",
        "00000000000000000, PLACEHOLDER"
    })
    void a_number_is_judged_by_its_arithmetic(String vin, String verdict) {
        assertThat(VinCheck.verdict(vin)).isEqualTo(verdict);
    }
}
