/** Events that come over HTTP, from systems that cannot reach Kafka. */
@NullMarked
package com.automatrix.execution.event;

import org.jspecify.annotations.NullMarked;
