package com.automatrix.execution.consent;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent before, as far as it bears on what may be sent now. */
public interface ContactRecords {

    /**
     * That nothing may be sent to an address, whoever it belongs to.
     *
     * @param reason as a sentence
     */
    record Blocked(String reason, Instant since) {}

    /** Empty if the address may be written to. */
    Optional<Blocked> blocked(Channel channel, String address);

    /** How many marketing messages the person or the address was sent since then, on every channel. */
    int marketingSince(Instant since, @Nullable String personId, String address);
}
