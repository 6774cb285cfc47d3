package com.automatrix.contracts.message;

/** The ways in which an execution starts. */
public enum TriggerKind {
    API,
    EVENT,
    SCHEDULE,
    WEBHOOK,
    /** A step of another execution. */
    CALL
}
