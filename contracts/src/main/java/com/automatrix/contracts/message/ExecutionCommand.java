package com.automatrix.contracts.message;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the engine is told to do. Each command goes to one aggregate, and an aggregate applies a command id only once.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExecutionCommand.StartExecution.class, name = "START"),
    @JsonSubTypes.Type(value = ExecutionCommand.CancelExecution.class, name = "CANCEL"),
    @JsonSubTypes.Type(value = ExecutionCommand.PauseExecution.class, name = "PAUSE"),
    @JsonSubTypes.Type(value = ExecutionCommand.ResumeExecution.class, name = "RESUME"),
    @JsonSubTypes.Type(value = ExecutionCommand.ReviveExecution.class, name = "REVIVE"),
    @JsonSubTypes.Type(value = ExecutionCommand.SignalStep.class, name = "SIGNAL"),
    @JsonSubTypes.Type(value = ExecutionCommand.MoveExecution.class, name = "MOVE"),
    @JsonSubTypes.Type(value = ExecutionCommand.AcquireSlot.class, name = "ACQUIRE"),
    @JsonSubTypes.Type(value = ExecutionCommand.AdmitExecution.class, name = "ADMIT"),
    @JsonSubTypes.Type(value = ExecutionCommand.ReleaseSlot.class, name = "RELEASE"),
    @JsonSubTypes.Type(value = ExecutionCommand.SubscribeToEvent.class, name = "SUBSCRIBE"),
    @JsonSubTypes.Type(value = ExecutionCommand.UnsubscribeFromEvent.class, name = "UNSUBSCRIBE"),
    @JsonSubTypes.Type(value = ExecutionCommand.EventArrived.class, name = "EVENT_ARRIVED")
})
public sealed interface ExecutionCommand {

    UUID commandId();

    /** The record's Kafka key: the execution id, the gate's key or the correlation's key. */
    String aggregateKey();

    /** A command to one execution. */
    sealed interface ToExecution extends ExecutionCommand {

        ExecutionId executionId();

        @Override
        default String aggregateKey() {
            return executionId().toString();
        }
    }

    /** A command to the gate that decides who of a concurrency key's queue may start. */
    sealed interface ToGate extends ExecutionCommand {

        /** The workflow id, a colon and the value of the concurrency key. */
        String gateKey();

        @Override
        default String aggregateKey() {
            return gateKey();
        }
    }

    /** A command to the correlation that decides which waiting executions an event wakes. */
    sealed interface ToCorrelation extends ExecutionCommand {

        /** The event type, the expression and its value, joined by colons. */
        String correlationKey();

        @Override
        default String aggregateKey() {
            return correlationKey();
        }
    }

    /**
     * Starts an execution under an id chosen by whoever asks.
     *
     * @param version null takes the published one
     * @param startedBy the user's id; null if no person asked
     * @param event the event that triggered it
     * @param origin null if it comes from no other execution
     * @param priority null is {@link Priority#INTERACTIVE}
     */
    record StartExecution(
            UUID commandId,
            ExecutionId executionId,
            WorkflowId workflowId,
            @Nullable Integer version,
            @Nullable Object input,
            TriggerRef trigger,
            String correlationId,
            @Nullable String startedBy,
            @Nullable EventRef event,
            @Nullable Origin origin,
            @Nullable Priority priority)
            implements ToExecution {}

    record CancelExecution(
            UUID commandId,
            ExecutionId executionId,
            @Nullable String reason,
            @Nullable String requestedBy) implements ToExecution {}

    record PauseExecution(
            UUID commandId,
            ExecutionId executionId,
            @Nullable String requestedBy) implements ToExecution {}

    record ResumeExecution(
            UUID commandId,
            ExecutionId executionId,
            @Nullable String requestedBy) implements ToExecution {}

    /** Sets again what an execution waits for; a check has found that something of it is missing. */
    record ReviveExecution(UUID commandId, ExecutionId executionId) implements ToExecution {}

    /**
     * Ends a step that waits for a person or an event.
     *
     * @param handle the handle to fire; null is {@code out}
     */
    record SignalStep(
            UUID commandId,
            ExecutionId executionId,
            StepRunId stepRunId,
            @Nullable String handle,
            @Nullable Object output,
            @Nullable String requestedBy)
            implements ToExecution {}

    /** Pins an execution to another version of its workflow. */
    record MoveExecution(
            UUID commandId,
            ExecutionId executionId,
            int version,
            @Nullable String requestedBy) implements ToExecution {}

    /**
     * An execution asks whether it may start.
     *
     * @param bulk whether it queues behind those that a person or an event is waiting for
     */
    record AcquireSlot(
            UUID commandId, String gateKey, ExecutionId executionId, int limit, Concurrency.Policy policy, boolean bulk)
            implements ToGate {}

    /** The gate's answer to {@link AcquireSlot}, once it is the execution's turn. */
    record AdmitExecution(UUID commandId, ExecutionId executionId, String gateKey) implements ToExecution {}

    record ReleaseSlot(UUID commandId, String gateKey, ExecutionId executionId) implements ToGate {}

    /**
     * A step run waits for an event.
     *
     * @param lookback how old an event may be that came before the subscription; null is none
     */
    record SubscribeToEvent(
            UUID commandId,
            String correlationKey,
            ExecutionId executionId,
            StepRunId stepRunId,
            @Nullable String filter,
            @Nullable Duration lookback,
            @Nullable Instant until)
            implements ToCorrelation {}

    record UnsubscribeFromEvent(UUID commandId, String correlationKey, ExecutionId executionId, StepRunId stepRunId)
            implements ToCorrelation {}

    /**
     * An event came that somebody may wait for.
     *
     * @param keepFor how long it also counts for those who subscribe later; null is not at all
     */
    record EventArrived(
            UUID commandId,
            String correlationKey,
            EventRef event,
            @Nullable Object data,
            @Nullable Duration keepFor) implements ToCorrelation {}
}
