/** Measures how well a provider does the tasks of a dealership, and whether what must never happen does not. */
@NullMarked
package com.automatrix.ai.eval;

import org.jspecify.annotations.NullMarked;
