package com.automatrix.contracts.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyPartTest {

    @Test
    void equal_values_give_equal_parts() {
        assertThat(List.of(KeyPart.of(1), KeyPart.of(1.0), KeyPart.of(1L), KeyPart.of(new BigDecimal("1.00"))))
                .containsOnly("1");
        assertThat(KeyPart.of(1_000)).isEqualTo("1000");
        assertThat(KeyPart.of("p-77")).isEqualTo("p-77");
        assertThat(KeyPart.of(true)).isEqualTo("true");
        assertThat(KeyPart.of(List.of("a", 1))).isEqualTo("[\"a\",1]");
    }

    @Test
    void a_long_value_is_hashed_and_stays_distinct() {
        String one = KeyPart.of("x".repeat(10_000) + "1");

        assertThat(one).hasSizeLessThan(KeyPart.LONGEST).startsWith("sha256-");
        assertThat(KeyPart.of("x".repeat(10_000) + "2")).isNotEqualTo(one);
        assertThat(KeyPart.of("x".repeat(KeyPart.LONGEST))).hasSize(KeyPart.LONGEST);
    }

    @Test
    void a_number_with_a_huge_exponent_stays_short() {
        assertThat(KeyPart.of(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
    }
}
