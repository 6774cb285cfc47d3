package com.automatrix.execution.deadletter;

/** What has become of a dead letter. */
enum DeadLetterState {
    OPEN,
    REPLAYED,
    DISCARDED
}
