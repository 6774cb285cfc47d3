package com.automatrix.ai.rule;

import java.util.Locale;

/** What the words of a message may surely mean; each with the names that labels for it usually have. */
public enum Signal {
    /** Wants no more messages. */
    OPT_OUT("optout|unsubscribe|stop|revoked"),

    /** Speaks of a lawyer, a court or an authority. */
    LEGAL_THREAT("legalthreat|legal|lawyer"),

    /** Must not drive on. */
    EMERGENCY("emergency|emergencydonotdrive|donotdrive");

    private final String labels;

    Signal(String labels) {
        this.labels = labels;
    }

    boolean isNamed(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").matches(labels);
    }
}
