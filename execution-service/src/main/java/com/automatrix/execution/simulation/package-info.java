/** Runs definitions in the engine's pure core: mocked steps, a virtual clock, nothing sent and nothing stored. */
@NullMarked
package com.automatrix.execution.simulation;

import org.jspecify.annotations.NullMarked;
