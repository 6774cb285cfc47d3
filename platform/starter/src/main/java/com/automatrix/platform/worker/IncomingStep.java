package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came from the topic.
 *
 * @param requestedAt when the engine wrote it
 */
record IncomingStep(StepRequested request, @Nullable String traceparent, Instant requestedAt) {}
