package com.automatrix.ai.rule;

import com.automatrix.contracts.wording.OptOutWords;
import com.automatrix.contracts.wording.PlainWords;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in a customer's words, in English and Spanish, what no model may overlook: that they want no more messages,
 * that they speak of a lawyer, or that their car must not be driven. Rather too often than once too seldom.
 */
public final class KeywordRules {

    private KeywordRules() {}

    /**
     * What the text surely means; empty when the rules know nothing.
     *
     * @param text as the customer wrote it; what it quotes from earlier messages does not count
     */
    public static Set<Signal> signalsOf(String text) {
        String words = PlainWords.of(PlainWords.own(text));
        var found = EnumSet.noneOf(Signal.class);
        if (OptOutWords.isOptOut(text)) {
            found.add(Signal.OPT_OUT);
        }
        if (LegalWords.areIn(words)) {
            found.add(Signal.LEGAL_THREAT);
        }
        if (EmergencyWords.areIn(words)) {
            found.add(Signal.EMERGENCY);
        }
        return found;
    }

    /**
     * The label that the rules decide, if any; it wins over every model. An emergency goes before an opt-out, and that
     * before a legal threat, when labels for several of them are there.
     *
     * @param labels names such as {@code opt-out}, {@code opt_out} or {@code emergency}, in any case
     */
    public static Optional<String> decide(String text, Collection<String> labels) {
        Set<Signal> signals = signalsOf(text);
        for (Signal signal : new Signal[] {Signal.EMERGENCY, Signal.OPT_OUT, Signal.LEGAL_THREAT}) {
            if (signals.contains(signal)) {
                Optional<String> label = labels.stream().filter(signal::isNamed).findFirst();
                if (label.isPresent()) {
                    return label;
                }
            }
        }
        return Optional.empty();
    }
}
