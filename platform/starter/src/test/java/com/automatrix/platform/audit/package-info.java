@NullMarked
package com.automatrix.platform.audit;

import org.jspecify.annotations.NullMarked;
