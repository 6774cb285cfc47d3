/** Pictures of workflows. */
@NullMarked
package com.automatrix.workflow.diagram;

import org.jspecify.annotations.NullMarked;
