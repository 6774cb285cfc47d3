package com.automatrix.execution.execution;

import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * What to start an execution with.
 *
 * @param version null takes the published one
 */
record StartExecutionRequest(
        @Nullable Object input, @Positive @Nullable Integer version) {}
