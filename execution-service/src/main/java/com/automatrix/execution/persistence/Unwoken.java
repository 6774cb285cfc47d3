package com.automatrix.execution.persistence;

import java.util.UUID;

/**
 * A state that no timer may wake.
 *
 * @param timers how many it needs
 * @param timersSet how many it has
 */
// Bytes on their way from the driver, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Unwoken(UUID id, byte[] state, int timers, int timersSet) {}
