package com.automatrix.execution.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a batch leaves an execution's row; output, error and end are null while it goes on. */
public record ExecutionChange(
        UUID id,
        String status,
        @Nullable Integer workflowVersion,
        boolean paused,
        @Nullable String output,
        @Nullable String error,
        @Nullable Instant finishedAt) {}
