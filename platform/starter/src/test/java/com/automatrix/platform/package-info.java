@NullMarked
package com.automatrix.platform;

import org.jspecify.annotations.NullMarked;
