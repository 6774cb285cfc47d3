/** Requests to other systems: where they may go, what they carry, and what is taken of the answer. */
@NullMarked
package com.automatrix.execution.outgoing;

import org.jspecify.annotations.NullMarked;
