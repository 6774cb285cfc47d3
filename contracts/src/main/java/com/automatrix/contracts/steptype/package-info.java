/** What a step can be: one descriptor for each type, with its config, output and handles. */
@NullMarked
package com.automatrix.contracts.steptype;

import org.jspecify.annotations.NullMarked;
