package com.automatrix.contracts.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "stop!!",
                "STOPALL",
                "Stop all",
                "quit",
                "END",
                "Revoke",
                "opt out",
                "OPT-OUT",
                "optout",
                "cancel",
                "Unsubscribe",
                "please stop",
                "Stop please, thanks",
                "STOP texting me",
                "pls take me off your list",
                "Remove me from this list",
                "no me escriban más",
                "No me escriban mas por favor",
                "Don't text me",
                "don’t text me again",
                "Do not contact me",
                "I want to unsubscribe",
                "arrêt",
                "Arrêtez de m'écrire",
                "Ne m'écrivez plus",
                "quiero darme de baja",
                "wrong person, stop sending me this",
                "no more texts!",
                "stp txting me",
                "unsub pls",
                "quit emailing me already",
                "how many times have I asked you to stop??",
                "I no longer wish to receive these",
                "Remove my number",
                "ya no me manden msjs xfavor",
                "quítenme de la lista",
                "unsubscribe\n\n> Reply STOP"
            })
    void these_ask_us_to_stop(String text) {
        assertThat(OptOutWords.isOptOut(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes",
                "I'll stop by tomorrow",
                "Can I stop in at 5?",
                "Please cancel my appointment on Friday",
                "What is the end price?",
                "The car won't stop pulling to the left",
                "quit smoking smell in the car?",
                "Do not text me before 9",
                "don't contact me until Monday",
                "Great, thanks\n> Reply STOP to opt out",
                "See you\nOn Tue, Lakeside wrote:\nunsubscribe",
                "non-stop flight to the dealership",
                "no",
                "Is there a stop sale on the Bolt?",
                "I asked the tech to stop at 80 psi",
                "no me ha llegado la pieza"
            })
    void these_do_not(String text) {
        assertThat(OptOutWords.isOptOut(text)).isFalse();
    }
}
