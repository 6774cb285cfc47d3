package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionEvent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds one event into the state; decides nothing. */
final class Evolution {

    private Evolution() {}

    static ExecutionState evolve(@Nullable ExecutionState before, ExecutionEvent event) {
        if (event instanceof ExecutionEvent.Queued queued) {
            return queued(queued);
        }
        if (event instanceof ExecutionEvent.Started started) {
            return before == null ? started(started) : before.admitted(started);
        }
        if (before == null) {
            throw new IllegalArgumentException("Expected an execution's first event to be its start, but got " + event);
        }
        long sequence = event.sequence();
        return switch (event) {
            case ExecutionEvent.Queued queued -> queued(queued);
            case ExecutionEvent.Started started -> before.admitted(started);
            case ExecutionEvent.OfStep ofStep -> ofStep(before, ofStep);
            case ExecutionEvent.Waiting _ -> before.with(ExecutionStatus.WAITING, sequence);
            case ExecutionEvent.Running _ -> before.with(ExecutionStatus.RUNNING, sequence);
            case ExecutionEvent.Paused paused -> before.paused(paused);
            case ExecutionEvent.Resumed resumed -> before.resumed(resumed);
            case ExecutionEvent.Moved moved -> before.moved(moved);
            case ExecutionEvent.Compensating compensating -> before.compensating(compensating);
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
                event.origin(),
                event.at(),
                event.deadline(),
                event.sequence(),
                Map.of(),
                JsonSize.of(event.input()),
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null);
    }

    private static ExecutionState queued(ExecutionEvent.Queued event) {
        return new ExecutionState(
                event.executionId(),
                event.workflowId(),
                event.workflowVersion(),
                event.correlationId(),
                ExecutionStatus.PENDING,
                event.input(),
                event.origin(),
                event.at(),
                null,
                event.sequence(),
                Map.of(),
                JsonSize.of(event.input()),
                null,
                null,
                List.of(),
                null,
                List.of(),
                new QueuePlace(event.gateKey(), event.trigger(), event.startedBy(), event.event()),
                null);
    }

    private static ExecutionState ofStep(ExecutionState before, ExecutionEvent.OfStep event) {
        StepRun old = before.step(event.stepRunId());
        return switch (event) {
            case ExecutionEvent.StepStarted started -> changed(before, old, StepRuns.started(started), event);
            case ExecutionEvent.StepKept kept -> changed(before, old, StepRuns.kept(kept), event);
            case ExecutionEvent.StepWaiting waiting ->
                changed(before, old, StepRuns.waiting(waiting, known(old)), event);
            case ExecutionEvent.StepDeferred deferred ->
                changed(before, old, StepRuns.deferred(deferred, known(old)), event);
            case ExecutionEvent.StepCompensating compensating ->
                changed(before, old, StepRuns.compensating(compensating, known(old)), event);
            case ExecutionEvent.CompensationRecorded recorded ->
                before.noting(
                        new Undo(recorded.stepRunId(), recorded.config(), recorded.container()), event.sequence());
            case ExecutionEvent.RetryScheduled retry -> changed(before, old, StepRuns.retrying(retry, old), event);
            case ExecutionEvent.StepSkipped skipped -> changed(before, old, StepRuns.skipped(skipped), event);
            case ExecutionEvent.StepCancelled cancelled ->
                changed(Insides.closed(before, event.stepRunId()), old, StepRuns.cancelled(cancelled, old), event);
            case ExecutionEvent.StepSucceeded succeeded ->
                changed(Insides.closed(before, event.stepRunId()), old, StepRuns.succeeded(succeeded, old), event);
            case ExecutionEvent.StepFailed failed ->
                changed(Insides.closed(before, event.stepRunId()), old, StepRuns.failed(failed, old), event);
            case ExecutionEvent.IterationStarted started -> {
                Loop loop = known(old).loopOrBeginning().starting(started.index());
                yield changed(before, old, StepRuns.looping(known(old), loop), event);
            }
            case ExecutionEvent.IterationFinished finished -> {
                Loop loop =
                        known(old).loopOrBeginning().finishing(finished.index(), finished.output(), finished.nextAt());
                ExecutionState closed = Insides.closed(before, event.stepRunId(), finished.index());
                yield changed(closed, old, StepRuns.looping(known(old), loop), event);
            }
        };
    }

    private static ExecutionState changed(
            ExecutionState before, @Nullable StepRun old, StepRun run, ExecutionEvent event) {
        ExecutionState after = before.with(run, StepRuns.bytes(run) - StepRuns.bytes(old), event.sequence());
        return isOver(run) ? after.settled(run) : after;
    }

    /** A failed attempt that fires nothing may be followed by another one. */
    private static boolean isOver(StepRun run) {
        return run.status().isDecided()
                && !(run.id().isCompensation()
                        && run.status() == StepStatus.FAILED
                        && run.handles().isEmpty());
    }

    private static StepRun known(@Nullable StepRun run) {
        if (run == null) {
            throw new IllegalArgumentException("Expected a step to have started before anything else happens to it");
        }
        return run;
    }
}
