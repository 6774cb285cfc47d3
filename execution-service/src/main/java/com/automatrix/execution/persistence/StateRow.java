package com.automatrix.execution.persistence;

import java.time.Instant;
import java.util.UUID;

/**
 * The stored state of an unfinished execution.
 *
 * @param timers how many timers it needs: if there are fewer, one was lost
 */
// Bytes on their way to or from the driver, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record StateRow(UUID id, int partition, byte[] state, int timers, Instant changedAt) {}
