/** The dealership's events as they arrive, for people who look on. */
@NullMarked
package com.automatrix.execution.tail;

import org.jspecify.annotations.NullMarked;
