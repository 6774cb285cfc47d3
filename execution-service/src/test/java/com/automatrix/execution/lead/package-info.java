@NullMarked
package com.automatrix.execution.lead;

import org.jspecify.annotations.NullMarked;
