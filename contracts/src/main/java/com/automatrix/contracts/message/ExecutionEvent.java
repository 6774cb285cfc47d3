package com.automatrix.contracts.message;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.JsonTree;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an execution. The sequence counts from 1 without gaps, and is the SSE id too. An
 * execution's state is the fold of its events.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExecutionEvent.Queued.class, name = "execution.queued"),
    @JsonSubTypes.Type(value = ExecutionEvent.Started.class, name = "execution.started"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepStarted.class, name = "step.started"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepSucceeded.class, name = "step.completed"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepFailed.class, name = "step.failed"),
    @JsonSubTypes.Type(value = ExecutionEvent.RetryScheduled.class, name = "step.retry-scheduled"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepSkipped.class, name = "step.skipped"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepCancelled.class, name = "step.cancelled"),
    @JsonSubTypes.Type(value = ExecutionEvent.CompensationRecorded.class, name = "step.compensation-recorded"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepCompensating.class, name = "step.compensating"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepWaiting.class, name = "step.waiting"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepDeferred.class, name = "step.deferred"),
    @JsonSubTypes.Type(value = ExecutionEvent.IterationStarted.class, name = "step.iteration-started"),
    @JsonSubTypes.Type(value = ExecutionEvent.IterationFinished.class, name = "step.iteration-finished"),
    @JsonSubTypes.Type(value = ExecutionEvent.StepKept.class, name = "step.kept"),
    @JsonSubTypes.Type(value = ExecutionEvent.Paused.class, name = "execution.paused"),
    @JsonSubTypes.Type(value = ExecutionEvent.Resumed.class, name = "execution.resumed"),
    @JsonSubTypes.Type(value = ExecutionEvent.Moved.class, name = "execution.moved"),
    @JsonSubTypes.Type(value = ExecutionEvent.Waiting.class, name = "execution.waiting"),
    @JsonSubTypes.Type(value = ExecutionEvent.Running.class, name = "execution.running"),
    @JsonSubTypes.Type(value = ExecutionEvent.Compensating.class, name = "execution.compensating"),
    @JsonSubTypes.Type(value = ExecutionEvent.Completed.class, name = "execution.completed"),
    @JsonSubTypes.Type(value = ExecutionEvent.Failed.class, name = "execution.failed"),
    @JsonSubTypes.Type(value = ExecutionEvent.Cancelled.class, name = "execution.cancelled")
})
public sealed interface ExecutionEvent {

    long sequence();

    Instant at();

    /** Something that happened to one step run. */
    sealed interface OfStep extends ExecutionEvent {

        StepRunId stepRunId();

        String nodeId();
    }

    /** The execution's end; nothing follows. */
    sealed interface End extends ExecutionEvent {}

    /**
     * The execution exists and is pinned to a version, but may not start before its gate admits it.
     *
     * @param origin null if it comes from no other execution
     * @param businessKeys names and values under which people find it; null if there are none
     * @param gateKey of the gate that it waits at
     */
    record Queued(
            long sequence,
            Instant at,
            ExecutionId executionId,
            WorkflowId workflowId,
            int workflowVersion,
            String workflowName,
            @Nullable Object input,
            TriggerRef trigger,
            String correlationId,
            @Nullable String startedBy,
            @Nullable EventRef event,
            @Nullable Origin origin,
            @Nullable Map<String, String> businessKeys,
            String gateKey)
            implements ExecutionEvent {

        public Queued {
            businessKeys = businessKeys == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(businessKeys));
        }
    }

    /**
     * The execution goes on from here; unless it was queued, it exists and is pinned to a version from here on too.
     *
     * @param deadline when the execution is given up; null is never
     * @param event the event that triggered it
     * @param origin null if it comes from no other execution
     * @param businessKeys as of {@link Queued}; null too if it was queued, which told them
     */
    record Started(
            long sequence,
            Instant at,
            ExecutionId executionId,
            WorkflowId workflowId,
            int workflowVersion,
            String workflowName,
            @Nullable Object input,
            TriggerRef trigger,
            String correlationId,
            @Nullable String startedBy,
            @Nullable EventRef event,
            @Nullable Origin origin,
            @Nullable Map<String, String> businessKeys,
            @Nullable Instant deadline)
            implements ExecutionEvent {

        public Started {
            businessKeys = businessKeys == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(businessKeys));
        }
    }

    /**
     * An attempt began.
     *
     * @param input the config with its expressions resolved
     * @param deadline when this attempt is given up; null is never
     * @param parent the step run of the container around it
     */
    record StepStarted(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            String stepType,
            int attempt,
            @Nullable Object input,
            @Nullable Instant deadline,
            @Nullable StepRunId parent)
            implements OfStep {}

    /**
     * A step run is finished.
     *
     * @param handles those that were fired
     * @param explanation how the engine came to its decision: expressions and their values
     */
    record StepSucceeded(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            String stepType,
            int attempt,
            @Nullable Object output,
            List<String> handles,
            Instant startedAt,
            Instant finishedAt,
            String worker,
            @Nullable Usage usage,
            @Nullable Object explanation)
            implements OfStep {

        public StepSucceeded {
            handles = JsonTree.list(handles);
        }
    }

    /**
     * An attempt failed.
     *
     * @param handles those that were fired; none while a retry follows or the error is not handled by the step
     */
    record StepFailed(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            String stepType,
            int attempt,
            StepError error,
            List<String> handles,
            Instant startedAt,
            Instant finishedAt,
            String worker,
            @Nullable Usage usage)
            implements OfStep {

        public StepFailed {
            handles = JsonTree.list(handles);
        }
    }

    record RetryScheduled(long sequence, Instant at, StepRunId stepRunId, String nodeId, int nextAttempt, Instant dueAt)
            implements OfStep {}

    /**
     * No way led to the step.
     *
     * @param parent the step run of the container around it
     */
    record StepSkipped(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            @Nullable StepRunId parent) implements OfStep {}

    /**
     * A step that has started waits for a time, an event or a person; no worker is busy with it.
     *
     * @param until when the wait ends by itself; null is never
     */
    record StepWaiting(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            @Nullable Instant until) implements OfStep {}

    /**
     * A worker has put its attempt off; the attempt goes on then.
     *
     * @param until when the worker takes it up again
     * @param deadline when the attempt is given up
     * @param reason why: a sentence for people, without personal data
     */
    record StepDeferred(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            Instant until,
            Instant deadline,
            @Nullable String reason)
            implements OfStep {}

    /**
     * A loop began another iteration.
     *
     * @param index counted from 0
     */
    record IterationStarted(long sequence, Instant at, StepRunId stepRunId, String nodeId, int index)
            implements OfStep {}

    /**
     * Every step of an iteration is decided.
     *
     * @param output what the iteration gave
     * @param nextAt when the next one may begin; null is at once
     */
    record IterationFinished(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            int index,
            @Nullable Object output,
            @Nullable Instant nextAt)
            implements OfStep {}

    /** A step run was cancelled before it finished. */
    record StepCancelled(long sequence, Instant at, StepRunId stepRunId, String nodeId) implements OfStep {}

    /**
     * The result that a step had in an earlier execution counts for this one, which runs that one again.
     *
     * @param error null unless it had failed
     * @param handles those that were fired
     */
    record StepKept(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            String stepType,
            Status status,
            @Nullable Object output,
            @Nullable StepError error,
            List<String> handles,
            Instant startedAt,
            Instant finishedAt)
            implements OfStep {

        public StepKept {
            handles = JsonTree.list(handles);
        }

        /** How the step had ended. */
        public enum Status {
            COMPLETED,
            FAILED,
            SKIPPED
        }
    }

    /**
     * The execution goes on no further until it is resumed; what comes in meanwhile is recorded.
     *
     * @param by the user's id
     */
    record Paused(long sequence, Instant at, @Nullable String by) implements ExecutionEvent {}

    /**
     * The execution goes on after a pause.
     *
     * @param by the user's id
     * @param deadline when the execution is given up, now that its timeout has stood still; null is never
     */
    record Resumed(
            long sequence,
            Instant at,
            @Nullable String by,
            @Nullable Instant deadline) implements ExecutionEvent {}

    /** The execution goes on with another version of its workflow. */
    record Moved(
            long sequence,
            Instant at,
            int workflowVersion,
            @Nullable String by) implements ExecutionEvent {}

    /** Nothing is running: the execution waits for a timer, an event or a person. */
    record Waiting(long sequence, Instant at) implements ExecutionEvent {}

    /** Something is running again. */
    record Running(long sequence, Instant at) implements ExecutionEvent {}

    /**
     * A step has completed and can be undone.
     *
     * @param config of what would undo it, resolved; null if its expressions failed
     * @param container the step run of the container around it
     */
    record CompensationRecorded(
            long sequence,
            Instant at,
            StepRunId stepRunId,
            String nodeId,
            @Nullable Object config,
            @Nullable StepRunId container)
            implements OfStep {}

    /**
     * A container that failed undoes what was done inside before its error is taken.
     *
     * @param error what it will fail with
     */
    record StepCompensating(long sequence, Instant at, StepRunId stepRunId, String nodeId, StepError error)
            implements OfStep {}

    /**
     * What completed steps did is being undone before the execution ends.
     *
     * @param error what it will fail with; null if it will be cancelled
     * @param reason why it will be cancelled
     * @param by the user who cancels it
     */
    record Compensating(
            long sequence,
            Instant at,
            @Nullable ExecutionError error,
            @Nullable String reason,
            @Nullable String by) implements ExecutionEvent {}

    record Completed(long sequence, Instant at, @Nullable Object output) implements End {}

    record Failed(long sequence, Instant at, ExecutionError error) implements End {}

    /**
     * The execution was ended on request.
     *
     * @param by the user's id; null if no person asked
     */
    record Cancelled(
            long sequence,
            Instant at,
            @Nullable String reason,
            @Nullable String by) implements End {}
}
