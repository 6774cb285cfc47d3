package com.automatrix.execution.execution;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose executions are to be cancelled, and why. */
record CancelExecutionsRequest(
        @NotNull UUID workflowId, @Size(max = 500) @Nullable String reason) {}
