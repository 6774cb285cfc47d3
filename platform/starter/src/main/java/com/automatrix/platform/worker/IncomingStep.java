package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came from the topic.
 *
 * @param bulkhead which steps it shares its room with
 * @param requestedAt when the engine wrote it
 */
record IncomingStep(
        StepRequested request, String bulkhead, @Nullable String traceparent, Instant requestedAt) {}
