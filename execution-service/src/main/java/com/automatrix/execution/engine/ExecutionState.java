package com.automatrix.execution.engine;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live execution: the fold of its events, and the commands it has taken.
 *
 * @param steps step runs by the text form of their id; a step without one is not decided yet, or was in a container
 *     that is finished
 * @param sequence of the last event
 * @param contextBytes what input and outputs take together
 * @param appliedCommands ids of the latest commands, oldest first
 */
public record ExecutionState(
        ExecutionId id,
        WorkflowId workflowId,
        int workflowVersion,
        String correlationId,
        ExecutionStatus status,
        @Nullable Object input,
        Instant startedAt,
        @Nullable Instant deadline,
        long sequence,
        Map<String, StepRun> steps,
        long contextBytes,
        @Nullable Object output,
        @Nullable ExecutionError error,
        List<UUID> appliedCommands) {

    private static final int REMEMBERED_COMMANDS = 64;

    public ExecutionState {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        appliedCommands = List.copyOf(appliedCommands);
    }

    /** The state after one more event; the first one is {@link ExecutionEvent.Started}, on null. */
    public static ExecutionState evolve(@Nullable ExecutionState state, ExecutionEvent event) {
        return Evolution.evolve(state, event);
    }

    public boolean hasEnded() {
        return status.isFinal();
    }

    /** By the text form of its id; null if it is not decided yet. */
    @Nullable
    StepRun step(String id) {
        return steps.get(id);
    }

    @Nullable
    StepRun step(StepRunId id) {
        return steps.get(id.toString());
    }

    /** A step run that is known to have started. */
    StepRun known(StepRunId id) {
        return Objects.requireNonNull(step(id), () -> id + " has not started");
    }

    boolean hasApplied(UUID commandId) {
        return appliedCommands.contains(commandId);
    }

    ExecutionState remembering(UUID commandId) {
        List<UUID> commands = new ArrayList<>(appliedCommands);
        commands.add(commandId);
        int forgotten = Math.max(0, commands.size() - REMEMBERED_COMMANDS);
        return copy(
                status,
                sequence,
                steps,
                contextBytes,
                new End(output, error),
                commands.subList(forgotten, commands.size()));
    }

    ExecutionState with(ExecutionStatus nextStatus, long nextSequence) {
        return copy(nextStatus, nextSequence, steps, contextBytes, new End(output, error), appliedCommands);
    }

    ExecutionState with(StepRun run, long addedBytes, long nextSequence) {
        Map<String, StepRun> nextSteps = new LinkedHashMap<>(steps);
        nextSteps.put(run.id().toString(), run);
        return copy(
                status, nextSequence, nextSteps, contextBytes + addedBytes, new End(output, error), appliedCommands);
    }

    ExecutionState withoutSteps(Map<String, StepRun> left, long freedBytes) {
        return copy(status, sequence, left, contextBytes - freedBytes, new End(output, error), appliedCommands);
    }

    ExecutionState ended(ExecutionStatus end, @Nullable Object endOutput, @Nullable ExecutionError endError, long at) {
        return copy(end, at, steps, contextBytes, new End(endOutput, endError), appliedCommands);
    }

    private ExecutionState copy(
            ExecutionStatus nextStatus,
            long nextSequence,
            Map<String, StepRun> nextSteps,
            long nextContextBytes,
            End end,
            List<UUID> commands) {
        return new ExecutionState(
                id,
                workflowId,
                workflowVersion,
                correlationId,
                nextStatus,
                input,
                startedAt,
                deadline,
                nextSequence,
                nextSteps,
                nextContextBytes,
                end.output(),
                end.error(),
                commands);
    }

    private record End(@Nullable Object output, @Nullable ExecutionError error) {}
}
