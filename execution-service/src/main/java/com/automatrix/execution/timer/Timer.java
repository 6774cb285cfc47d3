package com.automatrix.execution.timer;

import com.automatrix.execution.engine.TimerKey;
import java.time.Instant;
import java.util.UUID;

/** A durable timer of one execution. */
public record Timer(Id id, int partition, Instant dueAt) {

    /** Names it among all timers. */
    public record Id(UUID executionId, TimerKey key) {}
}
