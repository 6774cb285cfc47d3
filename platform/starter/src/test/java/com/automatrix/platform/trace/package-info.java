@NullMarked
package com.automatrix.platform.trace;

import org.jspecify.annotations.NullMarked;
