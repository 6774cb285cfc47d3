package com.automatrix.execution.execution;

import com.automatrix.contracts.message.Priority;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * What to start an execution with.
 *
 * @param version null takes the published one
 * @param priority null is {@link Priority#INTERACTIVE}
 */
record StartExecutionRequest(
        @Nullable Object input,
        @Positive @Nullable Integer version,
        @Nullable Priority priority) {}
