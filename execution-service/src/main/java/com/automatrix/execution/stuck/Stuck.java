package com.automatrix.execution.stuck;

import com.automatrix.contracts.id.ExecutionId;

/**
 * An execution that waits for nothing.
 *
 * @param because what it misses, for an operator
 */
record Stuck(ExecutionId id, String because) {}
