package com.automatrix.execution.persistence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tables hold of an execution.
 *
 * @param status of its history row
 * @param state null before it starts and after it ends
 */
// Bytes on their way to or from the driver, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record KnownExecution(UUID id, String status, byte @Nullable [] state) {

    public boolean isPending() {
        return status.equals("PENDING");
    }
}
