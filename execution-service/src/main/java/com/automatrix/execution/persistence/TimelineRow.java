package com.automatrix.execution.persistence;

import java.util.UUID;

/** What happened to one execution in one batch: the bytes of its {@code execution-events} message. */
// Bytes on their way to or from the driver, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record TimelineRow(UUID executionId, long firstSequence, long lastSequence, byte[] events) {}
