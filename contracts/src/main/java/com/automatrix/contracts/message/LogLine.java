package com.automatrix.contracts.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line that a service has written to its log about a request or an event. Key: the correlation id.
 *
 * @param id made when the line was written, so that ids sort by time
 * @param level {@code INFO}, {@code WARN} or {@code ERROR}
 * @param logger the class that wrote it
 * @param exception the stack trace, cut if it is long
 */
public record LogLine(
        UUID id,
        Instant at,
        String service,
        String level,
        String logger,
        String correlationId,
        String message,
        @Nullable String exception) {}
