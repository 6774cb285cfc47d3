/** The step types that a definition may use. */
@NullMarked
package com.automatrix.workflow.catalogue;

import org.jspecify.annotations.NullMarked;
