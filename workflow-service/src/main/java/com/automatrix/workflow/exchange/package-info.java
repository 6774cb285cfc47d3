/** Workflows as documents that people keep in files. */
@NullMarked
package com.automatrix.workflow.exchange;

import org.jspecify.annotations.NullMarked;
