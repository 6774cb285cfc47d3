package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionError;
import org.jspecify.annotations.Nullable;

/**
 * How an execution ends once all that can be undone is undone.
 *
 * @param error what it fails with; null if it is cancelled
 * @param reason why it is cancelled
 * @param by the user who cancels it
 */
public record PendingEnd(
        @Nullable ExecutionError error,
        @Nullable String reason,
        @Nullable String by) {}
