package com.automatrix.execution.message;

/** What has become of a message. */
enum MessageState {
    /** It waits for a time at which it may be sent. */
    DEFERRED,
    /** It may not be sent. */
    REFUSED,
    /** It is being handed over; if that was long ago, nobody knows whether it was. */
    SENDING,
    /** It would have been sent: no way out is set up. */
    OUTBOX,
    /** A provider has taken it. */
    SENT,
    /** The provider says that it arrived. */
    DELIVERED,
    /** It could not be sent, or did not arrive. */
    FAILED,
    /** The address does not exist. */
    BOUNCED,
    /** Its step was given up while it waited; never stored, only shown. */
    CANCELLED;

    /** Whether it tells how far a message came that was to leave. */
    boolean isDelivery() {
        return switch (this) {
            case SENT, DELIVERED, FAILED, BOUNCED -> true;
            case DEFERRED, REFUSED, SENDING, OUTBOX, CANCELLED -> false;
        };
    }

    /** Whether it has left, as far as we are concerned. */
    boolean isGone() {
        return switch (this) {
            case OUTBOX, SENT, DELIVERED -> true;
            case DEFERRED, REFUSED, SENDING, FAILED, BOUNCED, CANCELLED -> false;
        };
    }
}
