@NullMarked
package com.automatrix.local.bench;

import org.jspecify.annotations.NullMarked;
