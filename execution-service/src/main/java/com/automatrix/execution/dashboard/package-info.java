/** What an operator sees at one glance: figures of a range of time, beside those of the range before. */
@NullMarked
package com.automatrix.execution.dashboard;

import org.jspecify.annotations.NullMarked;
