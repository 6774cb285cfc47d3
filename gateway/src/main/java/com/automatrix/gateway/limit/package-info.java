/** How many requests a caller may make. */
@NullMarked
package com.automatrix.gateway.limit;

import org.jspecify.annotations.NullMarked;
