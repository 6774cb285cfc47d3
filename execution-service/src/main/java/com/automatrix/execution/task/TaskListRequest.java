package com.automatrix.execution.task;

import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of tasks, as they stand in its address.
 *
 * @param scope {@code mine}, which it is when left out, or {@code all}
 * @param state {@code OPEN} when left out
 */
record TaskListRequest(
        @Nullable String scope,
        @Nullable String state,
        @Nullable String role,
        @Nullable String workflowId,
        @Nullable String executionId,
        @Nullable Boolean overdue) {}
