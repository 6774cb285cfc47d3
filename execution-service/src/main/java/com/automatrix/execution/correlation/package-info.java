/** Decides which waiting step runs an event wakes: pure functions over records, no I/O, no clock, no randomness. */
@NullMarked
package com.automatrix.execution.correlation;

import org.jspecify.annotations.NullMarked;
