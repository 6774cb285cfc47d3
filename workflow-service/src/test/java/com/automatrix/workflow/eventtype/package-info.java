@NullMarked
package com.automatrix.workflow.eventtype;

import org.jspecify.annotations.NullMarked;
