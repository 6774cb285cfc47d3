package com.automatrix.execution.history;

import com.automatrix.contracts.definition.Node;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.ExecutionEvent.Cancelled;
import com.automatrix.contracts.message.ExecutionEvent.Compensating;
import com.automatrix.contracts.message.ExecutionEvent.CompensationRecorded;
import com.automatrix.contracts.message.ExecutionEvent.Completed;
import com.automatrix.contracts.message.ExecutionEvent.Failed;
import com.automatrix.contracts.message.ExecutionEvent.IterationFinished;
import com.automatrix.contracts.message.ExecutionEvent.IterationStarted;
import com.automatrix.contracts.message.ExecutionEvent.Moved;
import com.automatrix.contracts.message.ExecutionEvent.Paused;
import com.automatrix.contracts.message.ExecutionEvent.Queued;
import com.automatrix.contracts.message.ExecutionEvent.Resumed;
import com.automatrix.contracts.message.ExecutionEvent.RetryScheduled;
import com.automatrix.contracts.message.ExecutionEvent.Running;
import com.automatrix.contracts.message.ExecutionEvent.Started;
import com.automatrix.contracts.message.ExecutionEvent.StepCancelled;
import com.automatrix.contracts.message.ExecutionEvent.StepCompensating;
import com.automatrix.contracts.message.ExecutionEvent.StepDeferred;
import com.automatrix.contracts.message.ExecutionEvent.StepFailed;
import com.automatrix.contracts.message.ExecutionEvent.StepKept;
import com.automatrix.contracts.message.ExecutionEvent.StepSkipped;
import com.automatrix.contracts.message.ExecutionEvent.StepStarted;
import com.automatrix.contracts.message.ExecutionEvent.StepSucceeded;
import com.automatrix.contracts.message.ExecutionEvent.StepWaiting;
import com.automatrix.contracts.message.ExecutionEvent.Waiting;
import com.automatrix.execution.engine.ExecutionState;
import com.automatrix.execution.engine.StepRun;
import com.automatrix.execution.persistence.BusinessKeyRow;
import com.automatrix.execution.persistence.ExecutionChange;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.persistence.LogRow;
import com.automatrix.execution.trigger.PublishedVersion;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what happened to an execution into the rows that tell of it. */
public final class HistoryProjection {

    private final PublishedVersion version;
    private final UUID executionId;
    private final ExecutionState next;
    private final HistoryRows rows;
    private final Figures figures;

    /** @param next the state after the events */
    public HistoryProjection(PublishedVersion version, ExecutionState next, HistoryRows rows) {
        this.version = version;
        this.executionId = next.id().value();
        this.next = next;
        this.rows = rows;
        this.figures = new Figures(version.workflowId());
    }

    public void project(ExecutionEvent event) {
        switch (event) {
            case Queued queued -> begin(queued.businessKeys());
            case Started started -> {
                begin(started.businessKeys());
                rows.add(figures.waited(executionId, started));
            }
            case Running _, Waiting _, Compensating _, Paused _, Resumed _, Moved _ ->
                rows.add(change(null, null, null));
            case Completed completed -> rows.add(change(completed.output(), null, completed.at()));
            case Failed failed -> {
                rows.add(change(null, failed.error(), failed.at()));
                rows.addError(executionId, failed.error().message());
            }
            case Cancelled cancelled -> rows.add(change(null, null, cancelled.at()));
            case StepStarted started -> rows.add(started(started));
            case StepSucceeded succeeded -> {
                rows.add(succeeded(succeeded));
                rows.add(figures.attempt(succeeded, "COMPLETED", succeeded.startedAt(), succeeded.finishedAt()));
                figures.use(succeeded, succeeded.usage()).ifPresent(rows::add);
            }
            case StepFailed failed -> {
                rows.add(failed(failed));
                rows.addError(executionId, failed.error().message());
                rows.add(figures.attempt(failed, "FAILED", failed.startedAt(), failed.finishedAt()));
                figures.use(failed, failed.usage()).ifPresent(rows::add);
            }
            case RetryScheduled retry ->
                rows.add(mark(retry, retry.stepRunId(), retry.nextAttempt() - 1, "RETRYING", null));
            case StepWaiting waiting ->
                rows.add(mark(waiting, waiting.stepRunId(), attempt(waiting.stepRunId()), "WAITING", null));
            case StepCompensating compensating ->
                rows.add(mark(
                        compensating,
                        compensating.stepRunId(),
                        attempt(compensating.stepRunId()),
                        "COMPENSATING",
                        null));
            case StepDeferred _, IterationStarted _, IterationFinished _, CompensationRecorded _ -> {}
            case StepKept kept -> rows.add(kept(kept));
            case StepSkipped skipped -> rows.add(mark(skipped, skipped.stepRunId(), 0, "SKIPPED", skipped.at()));
            case StepCancelled cancelled ->
                rows.add(mark(
                        cancelled, cancelled.stepRunId(), attempt(cancelled.stepRunId()), "CANCELLED", cancelled.at()));
        }
    }

    private void begin(@Nullable Map<String, String> businessKeys) {
        rows.add(change(null, null, null));
        if (businessKeys != null) {
            businessKeys.forEach((name, value) -> rows.add(new BusinessKeyRow(executionId, name, value)));
        }
    }

    private ExecutionChange change(@Nullable Object output, @Nullable Object error, @Nullable Instant end) {
        return new ExecutionChange(
                executionId,
                next.status().name(),
                next.workflowVersion(),
                next.isPaused(),
                JsonText.write(output),
                JsonText.write(error),
                end);
    }

    private LogRow started(StepStarted event) {
        return new LogRow(
                executionId,
                event.stepRunId().toString(),
                event.attempt(),
                event.sequence(),
                event.nodeId(),
                name(event.nodeId()),
                event.stepType(),
                "RUNNING",
                JsonText.write(event.input()),
                null,
                null,
                null,
                null,
                null,
                event.at(),
                null);
    }

    private LogRow succeeded(StepSucceeded event) {
        return new LogRow(
                executionId,
                event.stepRunId().toString(),
                event.attempt(),
                event.sequence(),
                event.nodeId(),
                name(event.nodeId()),
                event.stepType(),
                "COMPLETED",
                null,
                JsonText.write(event.output()),
                null,
                JsonText.write(event.handles()),
                event.worker(),
                JsonText.write(event.usage()),
                event.startedAt(),
                event.finishedAt());
    }

    private LogRow failed(StepFailed event) {
        return new LogRow(
                executionId,
                event.stepRunId().toString(),
                event.attempt(),
                event.sequence(),
                event.nodeId(),
                name(event.nodeId()),
                event.stepType(),
                "FAILED",
                null,
                null,
                JsonText.write(event.error()),
                JsonText.write(event.handles()),
                event.worker(),
                JsonText.write(event.usage()),
                event.startedAt(),
                event.finishedAt());
    }

    /** Attempt 0: it was not attempted in this execution. */
    private LogRow kept(StepKept event) {
        return new LogRow(
                executionId,
                event.stepRunId().toString(),
                0,
                event.sequence(),
                event.nodeId(),
                name(event.nodeId()),
                event.stepType(),
                event.status().name(),
                null,
                JsonText.write(event.output()),
                JsonText.write(event.error()),
                JsonText.write(event.handles()),
                null,
                null,
                event.startedAt(),
                event.finishedAt());
    }

    private LogRow mark(
            ExecutionEvent.OfStep event, StepRunId stepRun, int attempt, String status, @Nullable Instant at) {
        Node node = version.node(event.nodeId());
        return new LogRow(
                executionId,
                stepRun.toString(),
                attempt,
                event.sequence(),
                event.nodeId(),
                name(event.nodeId()),
                node == null ? "" : node.type(),
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                at);
    }

    private int attempt(StepRunId stepRun) {
        StepRun step = next.steps().get(stepRun.toString());
        return step == null ? 0 : step.attempt();
    }

    private @Nullable String name(String nodeId) {
        Node node = version.node(StepRunId.defined(nodeId));
        if (node == null || node.id().equals(nodeId)) {
            return node == null ? null : node.name();
        }
        return StepRunId.nameOf(nodeId, node.nameOrId());
    }
}
