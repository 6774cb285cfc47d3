/** Published workflows, their triggers, and the router that starts executions for events. */
@NullMarked
package com.automatrix.execution.trigger;

import org.jspecify.annotations.NullMarked;
