/** The batch loop: poll, load, apply, one transaction, publish. */
@NullMarked
package com.automatrix.execution.inbox;

import org.jspecify.annotations.NullMarked;
