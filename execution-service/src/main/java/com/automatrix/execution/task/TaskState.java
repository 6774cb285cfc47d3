package com.automatrix.execution.task;

/** Whether a task waits for somebody, and how its waiting has ended. */
enum TaskState {
    OPEN,
    DONE,
    EXPIRED,
    CANCELLED
}
