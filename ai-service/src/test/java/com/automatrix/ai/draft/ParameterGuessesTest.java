package com.automatrix.ai.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.ai.draft.Draft.Guess;
import com.automatrix.ai.draft.ParameterGuesses.Option;
import com.automatrix.ai.draft.ParameterGuesses.Parameter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParameterGuessesTest {

    private static final Parameter SLA = number("slaMinutes", "Answer within minutes", null);
    private static final Parameter CHECK_IN = number("checkInDays", "Ask how it goes after days", 30);
    private static final Parameter PHONE = new Parameter("storePhone", "Phone", null, "string", null, null, null);
    private static final Parameter POLICY = new Parameter(
            "priceQuotePolicy",
            "Who quotes prices",
            null,
            "enum",
            List.of(new Option("MANAGER", "A manager"), new Option("NEVER", "Nobody")),
            null,
            null);

    @Test
    void a_time_answers_the_question_whose_words_stand_around_it() {
        assertThat(ParameterGuesses.of(
                        "answer leads within 15 minutes and check in after 4 days", List.of(CHECK_IN, SLA)))
                .containsExactly(
                        new Guess("checkInDays", "Ask how it goes after days", 4L, "4 days"),
                        new Guess("slaMinutes", "Answer within minutes", 15L, "15 minutes"));
    }

    @Test
    void a_time_is_converted_when_it_fits_exactly_and_only_within_the_bounds() {
        assertThat(ParameterGuesses.of("answer them within 2 hours", List.of(SLA)))
                .extracting(Guess::value)
                .containsExactly(120L);
        assertThat(ParameterGuesses.of("ask how it goes after 9 weeks", List.of(CHECK_IN)))
                .isEmpty();
        assertThat(ParameterGuesses.of("ask how it goes after 5 hours", List.of(CHECK_IN)))
                .isEmpty();
    }

    @Test
    void a_phone_number_and_a_named_option_are_found() {
        assertThat(ParameterGuesses.of("a manager quotes prices, our phone is (415) 555-0132", List.of(PHONE, POLICY)))
                .containsExactly(
                        new Guess("storePhone", "Phone", "(415) 555-0132", "(415) 555-0132"),
                        new Guess("priceQuotePolicy", "Who quotes prices", "MANAGER", "A manager"));
    }

    @Test
    void what_is_not_said_is_not_guessed() {
        assertThat(ParameterGuesses.of("when a lead comes in after hours", List.of(SLA, CHECK_IN, PHONE, POLICY)))
                .isEmpty();
    }

    private static Parameter number(String name, String title, @Nullable Integer most) {
        return new Parameter(
                name, title, null, "integer", null, BigDecimal.ONE, most == null ? null : BigDecimal.valueOf(most));
    }
}
