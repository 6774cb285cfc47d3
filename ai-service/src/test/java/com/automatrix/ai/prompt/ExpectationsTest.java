package com.automatrix.ai.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.call.AiAnswer;
import com.automatrix.ai.prompt.PromptCase.Expected;
import com.automatrix.ai.prompt.PromptRun.Failure;
import com.automatrix.contracts.message.Usage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpectationsTest {

    private static final Map<String, Object> LEAD = Map.of(
            "urgency",
            "high",
            "price",
            20_000.0,
            "vehicle",
            Map.of("make", "Honda", "year", 2024),
            "tags",
            List.of("a"));

    private final Expectations expectations = new Expectations();

    @Test
    void what_is_not_expected_is_not_looked_at() {
        assertThat(failures(new Expected(null, null, null, null, null, null), "anything", null))
                .isEmpty();
    }

    @Test
    void of_fields_those_that_are_named_are_compared() {
        assertThat(failures(fields(Map.of("price", 20_000, "vehicle", Map.of("make", "Honda"))), "{}", LEAD))
                .isEmpty();
        assertThat(failures(fields(Map.of("vehicle", Map.of("year", 2025), "tags", List.of("a", "b"))), "{}", LEAD))
                .containsExactlyInAnyOrder(
                        new Failure("/expect/fields/vehicle/year", "Expected 2025, but it is 2024."),
                        new Failure("/expect/fields/tags", "Expected [\"a\",\"b\"], but it is [\"a\"]."));
    }

    @Test
    void a_text_has_no_fields() {
        assertThat(failures(fields(Map.of("urgency", "high")), "high", null))
                .extracting(Failure::pointer)
                .containsExactly("/expect/fields");
    }

    @Test
    void blanks_around_an_answer_do_not_count_but_letters_do() {
        assertThat(failures(exactly("Hello"), "\n Hello ", null)).isEmpty();
        assertThat(failures(exactly("Hello"), "hello", null))
                .extracting(Failure::pointer)
                .containsExactly("/expect/exactly");
    }

    @Test
    void a_label_is_the_answer_or_one_of_its_fields_in_any_letters() {
        Expected hot = new Expected(null, null, null, "HIGH", null, null);

        assertThat(failures(hot, " high\n", null)).isEmpty();
        assertThat(failures(hot, "{}", LEAD)).isEmpty();
        assertThat(failures(hot, "highly", null)).extracting(Failure::pointer).containsExactly("/expect/label");
    }

    private List<Failure> failures(Expected expected, String text, @Nullable Object json) {
        return expectations.failures(
                expected, new AiAnswer(text, json, new Usage("m", 1, 1, null), "openai", "m", List.of()));
    }

    private static Expected fields(Map<String, @Nullable Object> fields) {
        return new Expected(null, null, null, null, fields, null);
    }

    private static Expected exactly(String text) {
        return new Expected(text, null, null, null, null, null);
    }
}
