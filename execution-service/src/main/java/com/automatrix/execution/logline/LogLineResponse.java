package com.automatrix.execution.logline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a service's log.
 *
 * @param level {@code INFO}, {@code WARN} or {@code ERROR}
 * @param logger the class that wrote it
 * @param exception the stack trace, cut if it is long
 */
record LogLineResponse(
        UUID id,
        Instant at,
        String service,
        String level,
        String logger,
        String message,
        @Nullable String exception) {}
