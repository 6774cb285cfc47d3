package com.automatrix.ai.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"STOP texting me", "pls take me off your list", "no me escriban más", "stp txting me"})
    void these_want_no_more_messages(String text) {
        assertThat(KeywordRules.signalsOf(text)).containsExactly(Signal.OPT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3rd time I email, my lawyer is aware",
                "I'll sue you guys",
                "see you in small claims court",
                "los voy a demandar",
                "I am filing a complaint with the attorney general",
            })
    void these_speak_of_the_law(String text) {
        assertThat(KeywordRules.signalsOf(text)).containsExactly(Signal.LEGAL_THREAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Brake pedal goes to the floor, can I still drive in?",
                "my breaks dont work!!",
                "huele mucho a gasolina adentro",
                "smoke is coming from under the hood",
                "the steering wheel locked up on me",
            })
    void these_must_not_drive_on(String text) {
        assertThat(KeywordRules.signalsOf(text)).containsExactly(Signal.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oil change + NY inspection Friday?",
                "brakes squeak a little in the morning",
                "Is Sue in sales today?",
                "Does it smell like cigarette smoke? I can't buy a smoker's car",
                "It won't stop beeping at me",
                "quote for brake pads and rotors please",
                "See you\nOn Tue, Lakeside wrote:\nReply STOP or call our lawyer",
            })
    void these_are_left_to_the_model(String text) {
        assertThat(KeywordRules.signalsOf(text)).isEmpty();
    }

    @Test
    void a_label_is_decided_when_there_is_one_for_what_was_said() {
        assertThat(KeywordRules.decide("STOP", List.of("price", "Opt-Out"))).contains("Opt-Out");
        assertThat(KeywordRules.decide("STOP", List.of("price", "availability")))
                .isEmpty();
        assertThat(KeywordRules.decide(
                        "No brakes at all. Stop texting me and fix it", List.of("opt_out", "emergency_do_not_drive")))
                .contains("emergency_do_not_drive");
    }
}
