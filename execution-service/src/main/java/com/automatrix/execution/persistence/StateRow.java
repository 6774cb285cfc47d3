package com.automatrix.execution.persistence;

import java.util.UUID;

/** The stored state of an unfinished execution. */
// Bytes on their way to or from the driver, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record StateRow(UUID id, int partition, byte[] state) {}
