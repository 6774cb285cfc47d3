package com.automatrix.contracts.message;

import org.jspecify.annotations.Nullable;

/**
 * Why an execution failed.
 *
 * @param nodeId the step whose error it was; null if it was none's
 */
public record ExecutionError(
        String code, String message, @Nullable String nodeId) {}
