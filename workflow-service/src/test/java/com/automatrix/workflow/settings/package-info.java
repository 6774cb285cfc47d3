/** What the dealership has told us about itself. */
@NullMarked
package com.automatrix.workflow.settings;

import org.jspecify.annotations.NullMarked;
