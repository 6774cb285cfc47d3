@NullMarked
package com.automatrix.platform.worker;

import org.jspecify.annotations.NullMarked;
