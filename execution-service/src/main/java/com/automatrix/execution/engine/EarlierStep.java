package com.automatrix.execution.engine;

import com.automatrix.contracts.message.StepError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What had become of a step run that is in no loop, in an execution that is run again.
 *
 * @param stepRunId its text form
 * @param status of its last attempt
 */
public record EarlierStep(
        String stepRunId,
        StepStatus status,
        @Nullable Object output,
        @Nullable StepError error,
        List<String> handles,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    public EarlierStep {
        handles = List.copyOf(handles);
    }

    /** Whether what follows it was decided by it. */
    boolean isFinished() {
        return switch (status) {
            case COMPLETED, SKIPPED -> true;
            case FAILED -> !handles.isEmpty();
            case RUNNING, WAITING, RETRYING, COMPENSATING, CANCELLED -> false;
        };
    }
}
