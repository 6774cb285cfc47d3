/** Finds executions that wait for nothing, tells of them, and has them revived. */
@NullMarked
package com.automatrix.execution.stuck;

import org.jspecify.annotations.NullMarked;
