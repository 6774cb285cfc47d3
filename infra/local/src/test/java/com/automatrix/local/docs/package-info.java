/** Pages of the documentation that are written from the code. */
@NullMarked
package com.automatrix.local.docs;

import org.jspecify.annotations.NullMarked;
