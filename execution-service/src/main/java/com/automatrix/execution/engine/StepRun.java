package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.StepError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in one execution.
 *
 * @param attempt the running or last attempt, from 1; 0 if it was never started
 * @param input the resolved config, kept only while attempts may follow
 * @param handles those that fired
 * @param dueAt when a running attempt times out, or a retrying one begins
 */
public record StepRun(
        StepRunId id,
        StepStatus status,
        int attempt,
        @Nullable Object input,
        @Nullable Object output,
        @Nullable StepError error,
        List<String> handles,
        @Nullable Instant startedAt,
        @Nullable Instant dueAt) {

    public StepRun {
        handles = List.copyOf(handles);
    }

    boolean hasFired(String handle) {
        return handles.contains(handle);
    }
}
