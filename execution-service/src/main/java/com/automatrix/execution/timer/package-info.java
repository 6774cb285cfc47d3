/** Durable timers of the partitions that this process owns. */
@NullMarked
package com.automatrix.execution.timer;

import org.jspecify.annotations.NullMarked;
