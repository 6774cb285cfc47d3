@NullMarked
package com.automatrix.platform.json;

import org.jspecify.annotations.NullMarked;
