package com.automatrix.execution.messaging;

/** Another process owns the partition now: what this one holds of it is worth nothing. */
public final class OwnershipLost extends RuntimeException {

    public OwnershipLost(String message) {
        super(message);
    }
}
