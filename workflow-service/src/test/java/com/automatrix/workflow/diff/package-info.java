/** What differs between two forms of a workflow. */
@NullMarked
package com.automatrix.workflow.diff;

import org.jspecify.annotations.NullMarked;
