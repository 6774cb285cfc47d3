package com.automatrix.execution.engine;

/** What a timer is for. */
public enum TimerKind {
    RETRY,
    STEP_TIMEOUT,
    EXECUTION_TIMEOUT
}
