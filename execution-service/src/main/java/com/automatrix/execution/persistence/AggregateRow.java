package com.automatrix.execution.persistence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stored state of a gate or a correlation.
 *
 * @param forgetAt from when on the state is of no use; null while that cannot be said
 */
// Bytes on their way to or from the driver, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record AggregateRow(
        AggregateKey key,
        int partition,
        byte[] state,
        @Nullable Instant forgetAt) {}
