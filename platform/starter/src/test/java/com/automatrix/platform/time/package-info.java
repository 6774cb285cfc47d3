@NullMarked
package com.automatrix.platform.time;

import org.jspecify.annotations.NullMarked;
