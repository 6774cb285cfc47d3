/** Where the time and new ids come from, so that tests can decide both. */
@NullMarked
package com.automatrix.platform.time;

import org.jspecify.annotations.NullMarked;
