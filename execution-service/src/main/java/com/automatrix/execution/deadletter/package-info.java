/** What could not be processed: found, mended, and sent again or thrown away. */
@NullMarked
package com.automatrix.execution.deadletter;

import org.jspecify.annotations.NullMarked;
