package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import org.jspecify.annotations.Nullable;

/** Another execution, and the step of it that matters. */
public record ExecutionLink(
        ExecutionId executionId, @Nullable String step) {}
