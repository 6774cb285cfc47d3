package com.automatrix.execution.execution;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an execution is to be cancelled. */
record CancelExecutionRequest(@Size(max = 500) @Nullable String reason) {}
