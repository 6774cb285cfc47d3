/** Settings that every service shares unless it says otherwise. */
@NullMarked
package com.automatrix.platform.defaults;

import org.jspecify.annotations.NullMarked;
