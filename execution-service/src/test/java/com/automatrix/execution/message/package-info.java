@NullMarked
package com.automatrix.execution.message;

import org.jspecify.annotations.NullMarked;
