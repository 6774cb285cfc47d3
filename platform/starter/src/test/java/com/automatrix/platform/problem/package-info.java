@NullMarked
package com.automatrix.platform.problem;

import org.jspecify.annotations.NullMarked;
