package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step run is after an event. */
final class StepRuns {

    private StepRuns() {}

    static StepRun started(ExecutionEvent.StepStarted event) {
        return new StepRun(
                event.stepRunId(),
                event.parent(),
                StepStatus.RUNNING,
                event.attempt(),
                event.input(),
                null,
                null,
                List.of(),
                event.at(),
                event.deadline(),
                null);
    }

    static StepRun waiting(ExecutionEvent.StepWaiting event, StepRun old) {
        return new StepRun(
                old.id(),
                old.parent(),
                StepStatus.WAITING,
                old.attempt(),
                old.input(),
                null,
                null,
                List.of(),
                old.startedAt(),
                event.until(),
                null);
    }

    static StepRun deferred(ExecutionEvent.StepDeferred event, StepRun old) {
        return new StepRun(
                old.id(),
                old.parent(),
                old.status(),
                old.attempt(),
                old.input(),
                old.output(),
                old.error(),
                old.handles(),
                old.startedAt(),
                event.deadline(),
                old.loop());
    }

    static StepRun compensating(ExecutionEvent.StepCompensating event, StepRun old) {
        return new StepRun(
                old.id(),
                old.parent(),
                StepStatus.COMPENSATING,
                old.attempt(),
                old.input(),
                null,
                event.error(),
                List.of(),
                old.startedAt(),
                null,
                old.loop());
    }

    static StepRun looping(StepRun old, Loop loop) {
        return new StepRun(
                old.id(),
                old.parent(),
                old.status(),
                old.attempt(),
                old.input(),
                null,
                null,
                List.of(),
                old.startedAt(),
                old.dueAt(),
                loop);
    }

    static StepRun succeeded(ExecutionEvent.StepSucceeded event, @Nullable StepRun old) {
        return new StepRun(
                event.stepRunId(),
                parent(old),
                StepStatus.COMPLETED,
                event.attempt(),
                null,
                event.output(),
                null,
                event.handles(),
                event.startedAt(),
                null,
                null);
    }

    static StepRun failed(ExecutionEvent.StepFailed event, @Nullable StepRun old) {
        return new StepRun(
                event.stepRunId(),
                parent(old),
                StepStatus.FAILED,
                event.attempt(),
                old == null ? null : old.input(),
                null,
                event.error(),
                event.handles(),
                event.startedAt(),
                null,
                null);
    }

    static StepRun retrying(ExecutionEvent.RetryScheduled event, @Nullable StepRun old) {
        return new StepRun(
                event.stepRunId(),
                parent(old),
                StepStatus.RETRYING,
                event.nextAttempt(),
                old == null ? null : old.input(),
                null,
                old == null ? null : old.error(),
                List.of(),
                null,
                event.dueAt(),
                null);
    }

    static StepRun kept(ExecutionEvent.StepKept event) {
        StepStatus status = switch (event.status()) {
            case COMPLETED -> StepStatus.COMPLETED;
            case FAILED -> StepStatus.FAILED;
            case SKIPPED -> StepStatus.SKIPPED;
        };
        return new StepRun(
                event.stepRunId(),
                null,
                status,
                0,
                null,
                event.output(),
                event.error(),
                event.handles(),
                event.startedAt(),
                null,
                null);
    }

    static StepRun skipped(ExecutionEvent.StepSkipped event) {
        return undone(event, StepStatus.SKIPPED, event.parent(), null);
    }

    static StepRun cancelled(ExecutionEvent.StepCancelled event, @Nullable StepRun old) {
        return undone(event, StepStatus.CANCELLED, parent(old), old);
    }

    /** What it adds to the execution's context. */
    static long bytes(@Nullable StepRun run) {
        if (run == null) {
            return 0;
        }
        return run.status() == StepStatus.COMPLETED
                ? JsonSize.of(run.output())
                : run.loopOrBeginning().bytes();
    }

    private static StepRun undone(
            ExecutionEvent.OfStep event, StepStatus status, @Nullable StepRunId parent, @Nullable StepRun old) {
        return new StepRun(
                event.stepRunId(),
                parent,
                status,
                old == null ? 0 : old.attempt(),
                null,
                null,
                null,
                List.of(),
                old == null ? null : old.startedAt(),
                null,
                null);
    }

    private static @Nullable StepRunId parent(@Nullable StepRun old) {
        return old == null ? null : old.parent();
    }
}
