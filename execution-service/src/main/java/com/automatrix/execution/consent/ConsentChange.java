package com.automatrix.execution.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about being contacted.
 *
 * @param personId null if only addresses are known
 * @param addresses the addresses that it was said about, in their one form
 * @param purpose null is every purpose
 * @param source where it was said
 * @param evidence the wording
 * @param at when it was said
 * @param recordedBy who told us: a user's name, or "event"
 */
record ConsentChange(
        @Nullable String personId,
        List<String> addresses,
        Channel channel,
        @Nullable Purpose purpose,
        ConsentState state,
        String source,
        @Nullable String evidence,
        Instant at,
        String recordedBy) {

    ConsentChange {
        addresses = List.copyOf(addresses);
    }

    List<Purpose> purposes() {
        return purpose == null ? List.of(Purpose.values()) : List.of(purpose);
    }
}
