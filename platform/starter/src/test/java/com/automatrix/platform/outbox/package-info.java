@NullMarked
package com.automatrix.platform.outbox;

import org.jspecify.annotations.NullMarked;
