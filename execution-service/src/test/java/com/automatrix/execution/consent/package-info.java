@NullMarked
package com.automatrix.execution.consent;

import org.jspecify.annotations.NullMarked;
