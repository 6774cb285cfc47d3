/** Schedules: when they are due, and the executions that they start. */
@NullMarked
package com.automatrix.execution.schedule;

import org.jspecify.annotations.NullMarked;
