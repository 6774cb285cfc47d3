/** Journeys: what people and other systems do with the running system, over HTTP and Kafka. */
@NullMarked
package com.automatrix.local.journey;

import org.jspecify.annotations.NullMarked;
