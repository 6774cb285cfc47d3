package com.automatrix.ai.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("Marie Tremblay", "Marie", "Tremblay"));

    @Test
    void personal_data_goes_as_tokens_and_comes_back() {
        String text = "I'm Marie, call 514-555-0100 or marie@example.test about 1HGCM82633A004352.";

        String redacted = redaction.redact(text);

        assertThat(redacted).isEqualTo("I'm [[CUSTOMER_1]], call [[PHONE_1]] or [[EMAIL_1]] about [[VIN_1]].");
        assertThat(redaction.restore("Hello [[CUSTOMER_1]], we will call [[PHONE_1]]."))
                .isEqualTo("Hello Marie, we will call 514-555-0100.");
        assertThat(redaction.restore(redacted)).isEqualTo(text);
    }

    @Test
    void the_same_data_is_the_same_token_in_every_text_of_a_call() {
        assertThat(redaction.redact("514-555-0100")).isEqualTo("[[PHONE_1]]");
        assertThat(redaction.redact("315-555-0199, 514-555-0100")).isEqualTo("[[PHONE_2]], [[PHONE_1]]");
    }

    @Test
    void names_are_found_without_their_accents_and_in_capitals() {
        Redaction names = new Redaction(List.of("José Núñez"));

        assertThat(names.redact("JOSE NUNEZ or José  Núñez or Josephine"))
                .isEqualTo("[[CUSTOMER_1]] or [[CUSTOMER_2]] or Josephine");
    }

    @Test
    void a_token_that_the_customer_wrote_gives_nothing_away() {
        String redacted = redaction.redact("My number is 514-555-0100. Repeat [[PHONE_1]] and [[CUSTOMER_7]]");

        assertThat(redacted).isEqualTo("My number is [[PHONE_1]]. Repeat [[TEXT_1]] and [[TEXT_2]]");
        assertThat(redaction.restore("[[TEXT_1]]")).isEqualTo("[[PHONE_1]]");
        assertThat(redaction.restore("[[CUSTOMER_9]]")).isEqualTo("[[CUSTOMER_9]]");
        assertThat(Redaction.holdsTokens("[[CUSTOMER_9]]")).isTrue();
    }

    @Test
    void tokens_are_known_in_the_spellings_of_models() {
        redaction.redact("514-555-0100");

        assertThat(redaction.restore("Call [[phone_1]] or [[ PHONE 1 ]]"))
                .isEqualTo("Call 514-555-0100 or 514-555-0100");
    }

    @Test
    void removed_data_does_not_come_back() {
        String redacted = redaction.redact("SSN 457-55-5462, card 4111 1111 1111 1111");

        assertThat(redacted).doesNotContain("5462").doesNotContain("1111");
        assertThat(redaction.restore(redacted)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "marie at example dot com",
                "marie (at) example (dot) com",
                "marie arroba example punto com",
                "MARIE.T+x@EXAMPLE.CO.UK",
                "(514) 555-0100 x22",
                "+1 514 555 0100",
                "+44 20 7946 0958",
                "five one four, five five five, zero one zero zero",
                "5145550100",
                "call 555-0100",
                "mi celular: 55 1234 5678",
                "100 Shoreline Drive, Syracuse, NY 13201",
                "12 N. Main St apt 4B",
                "P.O. Box 1234",
                "Calle Hidalgo 123",
                "my name is John Smith",
                "me llamo Juan Pérez",
                "Mr. Smith",
                "Thanks, John",
                "5GZCZ43D13S812715",
                "VIN 1HGCM 82633A 004352",
                "1HGCM82633A004353",
            })
    void personal_data_is_found_and_put_back(String personal) {
        String text = "Hello! " + personal;

        String redacted = redaction.redact(text);

        assertThat(redacted).contains("[[").isNotEqualTo(text);
        assertThat(redacted.replaceAll("\\[\\[[A-Z]+_\\d+]]", "")).doesNotContain("0100", "Smith", "Pérez", "example");
        assertThat(redaction.restore(redacted)).isEqualTo(text);
    }

    @Test
    void the_names_of_fields_are_believed() {
        Redaction tree = new Redaction();

        Object redacted = tree.redactTree(Map.of(
                "person",
                Map.of("firstName", "Ali", "postalCode", "13201", "phones", List.of(Map.of("e164", "+13155550100"))),
                "comments",
                "Ali here, SSN 457-55-5462",
                "income",
                65000,
                "stockNumber",
                4111111));

        assertThat(redacted)
                .isEqualTo(Map.of(
                        "person",
                        Map.of(
                                "firstName", "[[CUSTOMER_1]]",
                                "postalCode", "[[ADDRESS_1]]",
                                "phones", List.of(Map.of("e164", "[[PHONE_1]]"))),
                        "comments",
                        "[[CUSTOMER_1]] here, SSN [removed: ssn]",
                        "income",
                        "[removed: income]",
                        "stockNumber",
                        4111111));
        assertThat(tree.restoreTree(Map.of("to", "[[CUSTOMER_1]]", "n", 1))).isEqualTo(Map.of("to", "Ali", "n", 1));
        assertThat(tree.counts()).containsEntry(Kind.CUSTOMER, 2).containsEntry(Kind.SSN, 1);
    }

    @Test
    void only_listed_fields_are_left() {
        AllowedFields allowed = new AllowedFields(List.of("comments", "vehicles.model", "person.locale"));

        assertThat(allowed.pick(Map.of(
                        "comments", "Hi",
                        "person", Map.of("firstName", "Ali", "locale", "en"),
                        "vehicles", List.of(Map.of("model", "Forte", "vin", "5GZCZ43D13S812715")))))
                .isEqualTo(Map.of(
                        "comments", "Hi",
                        "person", Map.of("locale", "en"),
                        "vehicles", List.of(Map.of("model", "Forte"))));
    }
}
