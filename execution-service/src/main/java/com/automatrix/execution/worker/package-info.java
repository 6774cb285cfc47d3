/** The step types that this service's own worker pool runs, one class each. */
@NullMarked
package com.automatrix.execution.worker;

import org.jspecify.annotations.NullMarked;
