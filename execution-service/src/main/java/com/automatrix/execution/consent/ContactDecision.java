package com.automatrix.execution.consent;

import java.time.Instant;

/** Whether a person may be contacted. */
public sealed interface ContactDecision {

    /** Why, as a sentence without personal data. */
    String reason();

    /** Now. */
    record Send(String reason) implements ContactDecision {}

    /** Not before that time, when it is to be decided anew. */
    record Defer(Instant until, String reason) implements ContactDecision {}

    /**
     * Not at all.
     *
     * @param code such as {@code message.no-consent}
     */
    record Refuse(String code, String reason) implements ContactDecision {}
}
