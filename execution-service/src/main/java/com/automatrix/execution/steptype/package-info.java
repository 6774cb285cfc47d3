/** The step types that an execution can have: the built-in ones, and those whose worker is another system. */
@NullMarked
package com.automatrix.execution.steptype;

import org.jspecify.annotations.NullMarked;
