package com.automatrix.execution.execution;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Where to begin when an execution is run again.
 *
 * @param fromNode a node that is finished: it, and what follows it, starts afresh; null is the whole workflow
 */
record RerunExecutionRequest(
        @Size(min = 1, max = 64) @Nullable String fromNode) {}
