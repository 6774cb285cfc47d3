package com.automatrix.execution.gate;

import com.automatrix.contracts.id.ExecutionId;
import java.util.List;

/**
 * Who holds a gate's slots, and who waits for one.
 *
 * @param limit as it was last asked for; 0 before anybody has asked
 * @param admitted executions that may go on, oldest first
 * @param waiting those that have to wait, each kind in the order in which they came
 * @param released the latest that have given their slot back, oldest first: late duplicates of theirs change nothing
 */
public record GateState(int limit, List<ExecutionId> admitted, List<Waiting> waiting, List<ExecutionId> released) {

    public static final GateState EMPTY = new GateState(0, List.of(), List.of(), List.of());

    public GateState {
        admitted = List.copyOf(admitted);
        waiting = List.copyOf(waiting);
        released = List.copyOf(released);
    }

    /** An execution in the queue. */
    public record Waiting(ExecutionId executionId, boolean bulk) {}

    /** Whether nobody holds or waits for a slot, so that only late duplicates could need this state. */
    public boolean isIdle() {
        return admitted.isEmpty() && waiting.isEmpty();
    }
}
