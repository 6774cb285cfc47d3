package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that this process has leased.
 *
 * @param leases how many times it has been leased, this one included
 */
record LeasedStep(StepRequested request, @Nullable String traceparent, Instant requestedAt, int leases) {

    AttemptKey key() {
        return AttemptKey.of(request);
    }
}
