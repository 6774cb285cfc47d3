/** What tests of all modules share: real PostgreSQL and Kafka, tokens, a clock moved by hand, the house rules. */
@NullMarked
package com.automatrix.testkit;

import org.jspecify.annotations.NullMarked;
