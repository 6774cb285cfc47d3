/** Decides what an execution does next: pure functions over records, no I/O, no clock, no randomness. */
@NullMarked
package com.automatrix.execution.engine;

import org.jspecify.annotations.NullMarked;
