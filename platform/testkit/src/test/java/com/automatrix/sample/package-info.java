@NullMarked
package com.automatrix.sample;

import org.jspecify.annotations.NullMarked;
