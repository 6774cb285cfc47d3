/** What is told about executions: lists, logs, live events. */
@NullMarked
package com.automatrix.execution.history;

import org.jspecify.annotations.NullMarked;
