/** The events that workflows may be started by: the catalogue of the product, and what the dealer registered. */
@NullMarked
package com.automatrix.workflow.eventtype;

import org.jspecify.annotations.NullMarked;
