package com.automatrix.execution.gate;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.AcquireSlot;
import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.ReleaseSlot;
import com.automatrix.contracts.message.ExecutionCommand.ToGate;
import com.automatrix.execution.gate.GateState.Waiting;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Decides who of a concurrency key's executions may go on. Pure: the same arguments give the same decision. */
public final class Gate {

    /** How many executions are remembered after they have left. */
    static final int REMEMBERED = 1_000;

    private static final String SKIPPED =
            "Not started: as many executions with the same concurrency key as may go on at once (%d) were going on.";
    private static final String REPLACED =
            "Cancelled for a newer execution with the same concurrency key: at most %d may go on at once.";

    private final ToGate cause;
    private final Deque<ExecutionId> admitted;
    private final List<Waiting> waiting;
    private final Deque<ExecutionId> released;
    private final List<ExecutionCommand> commands = new ArrayList<>();
    private int limit;

    private Gate(GateState state, ToGate cause) {
        this.cause = cause;
        this.limit = state.limit();
        this.admitted = new ArrayDeque<>(state.admitted());
        this.waiting = new ArrayList<>(state.waiting());
        this.released = new ArrayDeque<>(state.released());
    }

    /**
     * What a command came to.
     *
     * @param next equal to the former state if the command was a duplicate
     * @param commands for executions, in order
     */
    public record Outcome(GateState next, List<ExecutionCommand> commands) {
        public Outcome {
            commands = List.copyOf(commands);
        }
    }

    /** Applies one command; whoever left or came already is not counted twice, however often its commands come. */
    public static Outcome apply(GateState state, ToGate command) {
        Gate gate = new Gate(state, command);
        switch (command) {
            case AcquireSlot acquire -> gate.acquire(acquire);
            case ReleaseSlot release -> gate.release(release.executionId());
        }
        gate.admitWaiting();
        return new Outcome(
                new GateState(gate.limit, List.copyOf(gate.admitted), gate.waiting, List.copyOf(gate.released)),
                gate.commands);
    }

    private void acquire(AcquireSlot acquire) {
        ExecutionId id = acquire.executionId();
        if (admitted.contains(id)) {
            // It would not ask again if it knew: the answer may be lost.
            commands.add(new AdmitExecution(commandId("admit", id), id, cause.gateKey()));
            return;
        }
        if (released.contains(id) || isWaiting(id)) {
            return;
        }
        limit = Math.max(1, acquire.limit());
        switch (acquire.policy()) {
            case QUEUE -> enqueue(new Waiting(id, acquire.bulk()));
            case SKIP -> admitOrSkip(id);
            case CANCEL_RUNNING -> replaceOldest(id);
        }
    }

    private void enqueue(Waiting arrival) {
        int place = waiting.size();
        if (!arrival.bulk()) {
            place = Math.toIntExact(
                    waiting.stream().filter(other -> !other.bulk()).count());
        }
        waiting.add(place, arrival);
    }

    private void admitOrSkip(ExecutionId id) {
        if (admitted.size() < limit && waiting.isEmpty()) {
            admit(id);
        } else {
            cancel(id, SKIPPED);
            remember(id);
        }
    }

    private void replaceOldest(ExecutionId id) {
        while (admitted.size() >= limit) {
            ExecutionId oldest = admitted.removeFirst();
            cancel(oldest, REPLACED);
            remember(oldest);
        }
        admit(id);
    }

    /** A release may come before its acquire, from the queue or again: in each case the execution is through here. */
    private void release(ExecutionId id) {
        admitted.remove(id);
        waiting.removeIf(other -> other.executionId().equals(id));
        remember(id);
    }

    private void admitWaiting() {
        while (admitted.size() < limit && !waiting.isEmpty()) {
            admit(waiting.removeFirst().executionId());
        }
    }

    private boolean isWaiting(ExecutionId id) {
        return waiting.stream().anyMatch(other -> other.executionId().equals(id));
    }

    private void admit(ExecutionId id) {
        admitted.addLast(id);
        commands.add(new AdmitExecution(commandId("admit", id), id, cause.gateKey()));
    }

    private void cancel(ExecutionId id, String reason) {
        commands.add(new CancelExecution(commandId("cancel", id), id, reason.formatted(limit), null));
    }

    private void remember(ExecutionId id) {
        if (released.contains(id)) {
            return;
        }
        released.addLast(id);
        if (released.size() > REMEMBERED) {
            released.removeFirst();
        }
    }

    private UUID commandId(String what, ExecutionId id) {
        String name = cause.commandId() + "/" + what + "/" + id;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
