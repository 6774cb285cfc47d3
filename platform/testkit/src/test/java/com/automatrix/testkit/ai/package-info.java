@NullMarked
package com.automatrix.testkit.ai;

import org.jspecify.annotations.NullMarked;
