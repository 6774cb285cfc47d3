/** What people are asked by executions, and what they decide. */
@NullMarked
package com.automatrix.execution.task;

import org.jspecify.annotations.NullMarked;
