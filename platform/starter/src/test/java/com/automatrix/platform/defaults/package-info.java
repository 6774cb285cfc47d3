@NullMarked
package com.automatrix.platform.defaults;

import org.jspecify.annotations.NullMarked;
