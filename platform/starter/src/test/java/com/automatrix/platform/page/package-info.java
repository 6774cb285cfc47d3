@NullMarked
package com.automatrix.platform.page;

import org.jspecify.annotations.NullMarked;
