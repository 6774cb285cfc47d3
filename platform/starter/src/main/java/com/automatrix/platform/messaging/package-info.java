/** CloudEvents over Kafka: writing, reading, and what happens to a record nobody can read. */
@NullMarked
package com.automatrix.platform.messaging;

import org.jspecify.annotations.NullMarked;
