/** Starting and cancelling executions, and their REST interface. */
@NullMarked
package com.automatrix.execution.execution;

import org.jspecify.annotations.NullMarked;
