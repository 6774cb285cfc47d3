/** Triggers, the workflow engine with its shell, and the history of executions. */
@NullMarked
package com.automatrix.execution;

import org.jspecify.annotations.NullMarked;
