package com.automatrix.execution.engine;

/** Where an execution is in its life; the last three are its ends. */
public enum ExecutionStatus {
    PENDING,
    RUNNING,
    WAITING,
    COMPENSATING,
    COMPLETED,
    FAILED,
    CANCELLED;

    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }
}
