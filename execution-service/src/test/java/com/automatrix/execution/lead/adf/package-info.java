@NullMarked
package com.automatrix.execution.lead.adf;

import org.jspecify.annotations.NullMarked;
