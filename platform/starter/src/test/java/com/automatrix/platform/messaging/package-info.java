@NullMarked
package com.automatrix.platform.messaging;

import org.jspecify.annotations.NullMarked;
