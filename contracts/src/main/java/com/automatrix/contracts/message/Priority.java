package com.automatrix.contracts.message;

/** Who goes first where executions queue. */
public enum Priority {
    /** A person or an event waits for it. */
    INTERACTIVE,
    /** One of many that were started together: it queues behind the others. */
    BULK
}
