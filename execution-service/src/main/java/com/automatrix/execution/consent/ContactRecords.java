package com.automatrix.execution.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was sent before, as far as it bears on what may be sent now. */
public interface ContactRecords {

    /** Whether nothing may be sent to the address, whoever it belongs to. */
    boolean isSuppressed(Channel channel, String address);

    /** How many marketing messages the person or the address was sent since then, on every channel. */
    int marketingSince(Instant since, @Nullable String personId, String address);
}
