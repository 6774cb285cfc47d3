/** The step types of this service, one class each. */
@NullMarked
package com.automatrix.ai.step;

import org.jspecify.annotations.NullMarked;
