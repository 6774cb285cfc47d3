/** Events that are sent if and only if the transaction that caused them commits. */
@NullMarked
package com.automatrix.platform.outbox;

import org.jspecify.annotations.NullMarked;
