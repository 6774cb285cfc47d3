/** Errors as values of one hierarchy, rendered as RFC 9457 problem details. */
@NullMarked
package com.automatrix.platform.problem;

import org.jspecify.annotations.NullMarked;
