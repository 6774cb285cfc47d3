package com.automatrix.execution.engine;

/** What a timer is for. */
public enum TimerKind {
    RETRY,
    STEP_TIMEOUT,
    /** A wait is over. */
    WAIT,
    /** The next iteration of a loop may begin. */
    ITERATION,
    EXECUTION_TIMEOUT
}
