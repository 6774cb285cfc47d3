/** One correlation id and one trace through HTTP, Kafka, threads and log lines. */
@NullMarked
package com.automatrix.platform.trace;

import org.jspecify.annotations.NullMarked;
