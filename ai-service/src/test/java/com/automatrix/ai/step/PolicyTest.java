package com.automatrix.ai.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.provider.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

    private static final String GIVEN =
            "2024 Kia Forte, $18,995, 12k miles, payment 299.50 at 5.9%. Visit 2026-12-04 at"
                    + " 15:00. Phone +1 (212) 555-0143. Open Saturday.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The 2024 Forte is $18,995.00 and has 12,000 miles.",
                "It is $299.50 a month at 5.9% APR.",
                "We see you on Friday, December 4th at 3 pm.",
                "We see you on Dec 4, 2026 at 3:00.",
                "Call 212-555-0143. We are open on Saturdays.",
                "1. Come by.\n2. Drive it.",
            })
    void what_was_given_may_be_said_in_other_words(String text) {
        assertThat(violations(Policy.DEFAULT, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It is $18,500 today.             | 18,500",
                "Only 4.9% APR.                   | 4.9",
                "We see you on Monday.            | Monday",
                "We see you on January 4.         | January 4",
                "Call 212-555-0199.               | 212-555-0199",
            })
    void what_was_not_given_is_found(String text, String invented) {
        assertThat(violations(Policy.DEFAULT, text)).singleElement().asString().contains('"' + invented + '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We guarantee approval.",
                "Your approval is guaranteed!",
                "You are pre-approved.",
                "No credit check needed.",
                "It is risk-free.",
                "Aprobación garantizada.",
            })
    void no_dealership_promises_this(String text) {
        assertThat(violations(Policy.DEFAULT, text)).isNotEmpty();
    }

    @Test
    void the_author_can_forbid_more_ask_for_a_footer_and_allow_numbers() {
        var policy = new Policy(false, 60, List.of("cheap"), "Maple Motors");

        assertThat(violations(policy, "Yours for $1. Maple Motors")).isEmpty();
        assertThat(violations(policy, "So cheap. Maple Motors")).hasSize(1);
        assertThat(violations(policy, "Hello.")).singleElement().asString().contains("Maple Motors");
        assertThat(violations(policy, "a".repeat(60) + " Maple Motors"))
                .singleElement()
                .asString()
                .contains("at most 60");
    }

    @Test
    void a_placeholder_that_nobody_gave_does_not_reach_a_customer() {
        assertThat(violations(Policy.DEFAULT, "Dear [[CUSTOMER_2]],")).isNotEmpty();
    }

    private static List<String> violations(Policy policy, String text) {
        return policy.against(List.of(Message.data(GIVEN))).judge(text, null).violations();
    }
}
