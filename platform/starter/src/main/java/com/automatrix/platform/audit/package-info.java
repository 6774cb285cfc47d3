/** Who changed what, in a table that refuses to forget. */
@NullMarked
package com.automatrix.platform.audit;

import org.jspecify.annotations.NullMarked;
