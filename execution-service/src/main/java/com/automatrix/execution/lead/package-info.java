/** Leads from other systems: taken in whatever form they come, kept as they came, and published as events. */
@NullMarked
package com.automatrix.execution.lead;

import org.jspecify.annotations.NullMarked;
