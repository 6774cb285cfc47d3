/** What the services say to each other over Kafka. */
@NullMarked
package com.automatrix.contracts.message;

import org.jspecify.annotations.NullMarked;
