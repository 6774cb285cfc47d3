/** The dealership events that start and wake workflows. */
@NullMarked
package com.automatrix.contracts.event;

import org.jspecify.annotations.NullMarked;
