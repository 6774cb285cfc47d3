package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds one event into the state; decides nothing. */
final class Evolution {

    private Evolution() {}

    static ExecutionState evolve(@Nullable ExecutionState before, ExecutionEvent event) {
        if (event instanceof ExecutionEvent.Started started) {
            return started(started);
        }
        if (before == null) {
            throw new IllegalArgumentException("Expected an execution's first event to be its start, but got " + event);
        }
        long sequence = event.sequence();
        return switch (event) {
            case ExecutionEvent.Started started -> started(started);
            case ExecutionEvent.OfStep ofStep -> ofStep(before, ofStep);
            case ExecutionEvent.Waiting _ -> before.with(ExecutionStatus.WAITING, sequence);
            case ExecutionEvent.Running _ -> before.with(ExecutionStatus.RUNNING, sequence);
            case ExecutionEvent.Compensating _ -> before.with(ExecutionStatus.COMPENSATING, sequence);
            case ExecutionEvent.Completed completed ->
                before.ended(ExecutionStatus.COMPLETED, completed.output(), null, sequence);
            case ExecutionEvent.Failed failed -> before.ended(ExecutionStatus.FAILED, null, failed.error(), sequence);
            case ExecutionEvent.Cancelled _ -> before.ended(ExecutionStatus.CANCELLED, null, null, sequence);
        };
    }

    private static ExecutionState started(ExecutionEvent.Started event) {
        return new ExecutionState(
                event.executionId(),
                event.workflowId(),
                event.workflowVersion(),
                event.correlationId(),
                ExecutionStatus.RUNNING,
                event.input(),
                event.at(),
                event.deadline(),
                event.sequence(),
                Map.of(),
                JsonSize.of(event.input()),
                null,
                null,
                List.of());
    }

    private static ExecutionState ofStep(ExecutionState before, ExecutionEvent.OfStep event) {
        StepRun old = before.step(event.stepRunId());
        StepRun run = switch (event) {
            case ExecutionEvent.StepStarted started -> StepRuns.started(started);
            case ExecutionEvent.StepSucceeded succeeded -> StepRuns.succeeded(succeeded);
            case ExecutionEvent.StepFailed failed -> StepRuns.failed(failed, old);
            case ExecutionEvent.RetryScheduled retry -> StepRuns.retrying(retry, old);
            case ExecutionEvent.StepSkipped _ -> StepRuns.undone(event, StepStatus.SKIPPED, old);
            case ExecutionEvent.StepCancelled _ -> StepRuns.undone(event, StepStatus.CANCELLED, old);
        };
        long added = event instanceof ExecutionEvent.StepSucceeded done ? JsonSize.of(done.output()) : 0;
        return before.with(run, added, event.sequence());
    }
}
