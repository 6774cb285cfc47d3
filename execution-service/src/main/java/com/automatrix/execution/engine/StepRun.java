package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.StepError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in one execution.
 *
 * @param parent the step run of the container around it
 * @param attempt the running or last attempt, from 1; 0 if it was never started
 * @param input the resolved config, kept only while attempts may follow
 * @param handles those that fired
 * @param dueAt when a running attempt times out, a waiting one ends, or a retrying one begins
 * @param loop how far it has come, if it is a loop
 */
public record StepRun(
        StepRunId id,
        @Nullable StepRunId parent,
        StepStatus status,
        int attempt,
        @Nullable Object input,
        @Nullable Object output,
        @Nullable StepError error,
        List<String> handles,
        @Nullable Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Loop loop) {

    public StepRun {
        handles = List.copyOf(handles);
    }

    Loop loopOrBeginning() {
        return loop == null ? Loop.BEGINNING : loop;
    }

    boolean hasFired(String handle) {
        return handles.contains(handle);
    }
}
