/** Evaluates JSONata expressions within limits that hold whatever the expression says. */
@NullMarked
package com.automatrix.execution.expression;

import org.jspecify.annotations.NullMarked;
