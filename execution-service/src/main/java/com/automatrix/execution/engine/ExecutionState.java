package com.automatrix.execution.engine;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.Origin;
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
 * @param toUndo how completed steps would be undone, in the order of their completion
 * @param pendingEnd how the execution will end once all of that is undone
 * @param appliedCommands ids of the latest commands, oldest first
 * @param place null if no gate had to be asked
 * @param pausedAt since when it goes on no further; null while it is not paused
 */
public record ExecutionState(
        ExecutionId id,
        WorkflowId workflowId,
        int workflowVersion,
        String correlationId,
        ExecutionStatus status,
        @Nullable Object input,
        @Nullable Origin origin,
        Instant startedAt,
        @Nullable Instant deadline,
        long sequence,
        Map<String, StepRun> steps,
        long contextBytes,
        @Nullable Object output,
        @Nullable ExecutionError error,
        List<Undo> toUndo,
        @Nullable PendingEnd pendingEnd,
        List<UUID> appliedCommands,
        @Nullable QueuePlace place,
        @Nullable Instant pausedAt) {

    private static final int REMEMBERED_COMMANDS = 64;

    public ExecutionState {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        toUndo = List.copyOf(toUndo);
        appliedCommands = List.copyOf(appliedCommands);
    }

    /**
     * The state after one more event; the first one is {@link ExecutionEvent.Queued} or {@link ExecutionEvent.Started},
     * on null.
     */
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

    /** Whether it is on its way, and not about to end. */
    boolean isGoingOn() {
        return status == ExecutionStatus.RUNNING || status == ExecutionStatus.WAITING;
    }

    /** Whether steps may begin now. */
    boolean mayBegin() {
        return isGoingOn() && !isPaused();
    }

    public boolean isPaused() {
        return pausedAt != null;
    }

    ExecutionState remembering(UUID commandId) {
        List<UUID> commands = new ArrayList<>(appliedCommands);
        commands.add(commandId);
        int forgotten = Math.max(0, commands.size() - REMEMBERED_COMMANDS);
        Draft draft = new Draft(this);
        draft.commands = commands.subList(forgotten, commands.size());
        return draft.state();
    }

    ExecutionState with(ExecutionStatus nextStatus, long nextSequence) {
        Draft draft = new Draft(this, nextSequence);
        draft.status = nextStatus;
        return draft.state();
    }

    ExecutionState with(StepRun run, long addedBytes, long nextSequence) {
        Draft draft = new Draft(this, nextSequence);
        draft.steps = new LinkedHashMap<>(steps);
        draft.steps.put(run.id().toString(), run);
        draft.bytes += addedBytes;
        return draft.state();
    }

    ExecutionState withoutSteps(Map<String, StepRun> left, long freedBytes) {
        Draft draft = new Draft(this);
        draft.steps = left;
        draft.bytes -= freedBytes;
        return draft.state();
    }

    ExecutionState noting(Undo undo, long nextSequence) {
        Draft draft = new Draft(this, nextSequence);
        draft.toUndo = new ArrayList<>(toUndo);
        draft.toUndo.add(undo);
        draft.bytes += JsonSize.of(undo.config());
        return draft.state();
    }

    /** What a decided container would have undone is for the one around it; what is undone is forgotten. */
    ExecutionState settled(StepRun run) {
        if (toUndo.isEmpty()) {
            return this;
        }
        Draft draft = new Draft(this);
        draft.toUndo = new ArrayList<>();
        for (Undo undo : toUndo) {
            if (undo.step().compensation().equals(run.id())) {
                draft.bytes -= JsonSize.of(undo.config());
            } else {
                draft.toUndo.add(run.id().equals(undo.container()) ? undo.handedTo(run.parent()) : undo);
            }
        }
        return draft.state();
    }

    ExecutionState compensating(ExecutionEvent.Compensating event) {
        Draft draft = new Draft(this, event.sequence());
        draft.status = ExecutionStatus.COMPENSATING;
        draft.pendingEnd = new PendingEnd(event.error(), event.reason(), event.by());
        return draft.state();
    }

    ExecutionState ended(ExecutionStatus end, @Nullable Object endOutput, @Nullable ExecutionError endError, long at) {
        Draft draft = new Draft(this, at);
        draft.status = end;
        draft.output = endOutput;
        draft.error = endError;
        return draft.state();
    }

    /** The state of a queued execution once it has started. */
    ExecutionState admitted(ExecutionEvent.Started event) {
        Draft draft = new Draft(this, event.sequence());
        draft.status = ExecutionStatus.RUNNING;
        draft.startedAt = event.at();
        draft.deadline = event.deadline();
        return draft.state();
    }

    ExecutionState paused(ExecutionEvent.Paused event) {
        Draft draft = new Draft(this, event.sequence());
        draft.pausedAt = event.at();
        return draft.state();
    }

    ExecutionState resumed(ExecutionEvent.Resumed event) {
        Draft draft = new Draft(this, event.sequence());
        draft.pausedAt = null;
        draft.deadline = event.deadline();
        return draft.state();
    }

    ExecutionState moved(ExecutionEvent.Moved event) {
        Draft draft = new Draft(this, event.sequence());
        draft.version = event.workflowVersion();
        return draft.state();
    }

    /** The next state in the making. */
    private static final class Draft {

        private final ExecutionState before;
        private final long sequence;
        private ExecutionStatus status;
        private Instant startedAt;
        private @Nullable Instant deadline;
        private Map<String, StepRun> steps;
        private long bytes;
        private @Nullable Object output;
        private @Nullable ExecutionError error;
        private List<Undo> toUndo;
        private @Nullable PendingEnd pendingEnd;
        private List<UUID> commands;
        private @Nullable Instant pausedAt;
        private int version;

        private Draft(ExecutionState before) {
            this(before, before.sequence);
        }

        private Draft(ExecutionState before, long sequence) {
            this.before = before;
            this.sequence = sequence;
            status = before.status;
            startedAt = before.startedAt;
            deadline = before.deadline;
            steps = before.steps;
            bytes = before.contextBytes;
            output = before.output;
            error = before.error;
            toUndo = before.toUndo;
            pendingEnd = before.pendingEnd;
            commands = before.appliedCommands;
            pausedAt = before.pausedAt;
            version = before.workflowVersion;
        }

        private ExecutionState state() {
            return new ExecutionState(
                    before.id,
                    before.workflowId,
                    version,
                    before.correlationId,
                    status,
                    before.input,
                    before.origin,
                    startedAt,
                    deadline,
                    sequence,
                    steps,
                    bytes,
                    output,
                    error,
                    toUndo,
                    pendingEnd,
                    commands,
                    before.place,
                    pausedAt);
        }
    }
}
