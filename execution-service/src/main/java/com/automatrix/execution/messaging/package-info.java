/** What this service sends and reads on Kafka: the outbox of batches, tails of topics, loops over consumers. */
@NullMarked
package com.automatrix.execution.messaging;

import org.jspecify.annotations.NullMarked;
