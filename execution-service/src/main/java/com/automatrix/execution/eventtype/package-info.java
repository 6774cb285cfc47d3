/** The event types that this service can check: those of the catalogue, and what the dealer registered. */
@NullMarked
package com.automatrix.execution.eventtype;

import org.jspecify.annotations.NullMarked;
