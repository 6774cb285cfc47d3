/** Measures the running system from outside and prints what it found; nothing here asserts a time. */
@NullMarked
package com.automatrix.local.bench;

import org.jspecify.annotations.NullMarked;
