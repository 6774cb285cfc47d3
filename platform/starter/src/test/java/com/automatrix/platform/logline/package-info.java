@NullMarked
package com.automatrix.platform.logline;

import org.jspecify.annotations.NullMarked;
