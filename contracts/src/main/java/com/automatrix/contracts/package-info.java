/** Values that every service writes and reads the same way. */
@NullMarked
package com.automatrix.contracts;

import org.jspecify.annotations.NullMarked;
