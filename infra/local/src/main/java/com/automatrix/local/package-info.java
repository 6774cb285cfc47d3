/** Runs the whole system on one machine: PostgreSQL, Kafka and the six services as processes, without Docker. */
@NullMarked
package com.automatrix.local;

import org.jspecify.annotations.NullMarked;
