/** Drafts, versions, publication, validation and the step catalogue. */
@NullMarked
package com.automatrix.workflow;

import org.jspecify.annotations.NullMarked;
