/** What the services logged about an execution: everything with its correlation id. */
@NullMarked
package com.automatrix.execution.logline;

import org.jspecify.annotations.NullMarked;
