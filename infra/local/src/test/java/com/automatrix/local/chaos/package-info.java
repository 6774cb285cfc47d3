@NullMarked
package com.automatrix.local.chaos;

import org.jspecify.annotations.NullMarked;
