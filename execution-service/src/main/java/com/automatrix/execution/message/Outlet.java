package com.automatrix.execution.message;

/**
 * A way out for messages of one channel.
 *
 * <p>Called on the thread of a step, once for each try; it may block. It never throws: what it does not know is
 * {@link Handover.Unknown}.
 */
@FunctionalInterface
interface Outlet {

    Handover handOver(Message message);
}
