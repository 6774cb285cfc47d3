/** Decides who of a queue may start: pure functions over records, no I/O, no clock, no randomness. */
@NullMarked
package com.automatrix.execution.gate;

import org.jspecify.annotations.NullMarked;
