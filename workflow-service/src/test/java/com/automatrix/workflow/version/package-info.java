/** Drafts of workflows and the immutable versions published from them. */
@NullMarked
package com.automatrix.workflow.version;

import org.jspecify.annotations.NullMarked;
