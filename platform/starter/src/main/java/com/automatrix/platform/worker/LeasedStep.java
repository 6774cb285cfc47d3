package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that this process has leased.
 *
 * @param bulkhead which steps it shares its room with
 * @param leases how many times it has been leased since it came or was deferred, this one included
 * @param deadline when it is given up: the request's, or a later one if it was deferred
 */
record LeasedStep(
        StepRequested request,
        String bulkhead,
        @Nullable String traceparent,
        Instant requestedAt,
        int leases,
        Instant deadline) {

    AttemptKey key() {
        return AttemptKey.of(request);
    }
}
