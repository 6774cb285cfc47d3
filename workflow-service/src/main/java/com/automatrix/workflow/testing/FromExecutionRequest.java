package com.automatrix.workflow.testing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A finished execution that becomes a test.
 *
 * @param name null for one that says which execution it was
 */
record FromExecutionRequest(
        @NotNull UUID executionId,
        @Nullable @Size(min = 1, max = 200) String name) {}
