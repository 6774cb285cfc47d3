package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step run is after an event. */
final class StepRuns {

    private StepRuns() {}

    static StepRun started(ExecutionEvent.StepStarted event) {
        return new StepRun(
                event.stepRunId(),
                StepStatus.RUNNING,
                event.attempt(),
                event.input(),
                null,
                null,
                List.of(),
                event.at(),
                event.deadline());
    }

    static StepRun succeeded(ExecutionEvent.StepSucceeded event) {
        return new StepRun(
                event.stepRunId(),
                StepStatus.COMPLETED,
                event.attempt(),
                null,
                event.output(),
                null,
                event.handles(),
                event.startedAt(),
                null);
    }

    static StepRun failed(ExecutionEvent.StepFailed event, @Nullable StepRun old) {
        return new StepRun(
                event.stepRunId(),
                StepStatus.FAILED,
                event.attempt(),
                old == null ? null : old.input(),
                null,
                event.error(),
                event.handles(),
                event.startedAt(),
                null);
    }

    static StepRun retrying(ExecutionEvent.RetryScheduled event, @Nullable StepRun old) {
        return new StepRun(
                event.stepRunId(),
                StepStatus.RETRYING,
                event.nextAttempt(),
                old == null ? null : old.input(),
                null,
                old == null ? null : old.error(),
                List.of(),
                null,
                event.dueAt());
    }

    static StepRun undone(ExecutionEvent.OfStep event, StepStatus status, @Nullable StepRun old) {
        return new StepRun(
                event.stepRunId(),
                status,
                old == null ? 0 : old.attempt(),
                null,
                null,
                null,
                List.of(),
                old == null ? null : old.startedAt(),
                null);
    }
}
