@NullMarked
package com.automatrix.local;

import org.jspecify.annotations.NullMarked;
