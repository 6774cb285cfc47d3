package com.automatrix.execution.inbox;

import com.automatrix.execution.engine.ExecutionState;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** States of live executions of the owned partitions, as they are committed; the least recently used go first. */
final class ExecutionCache {

    private static final int INITIAL_CAPACITY = 1_024;
    private static final float LOAD_FACTOR = 0.75f;
    /** What a state takes besides its context. */
    private static final long OVERHEAD_BYTES = 2_048;

    private final Map<UUID, Entry> entries = new LinkedHashMap<>(INITIAL_CAPACITY, LOAD_FACTOR, true);
    private final long budget;
    private long used;

    ExecutionCache(long budget) {
        this.budget = budget;
    }

    private record Entry(int partition, ExecutionState state) {

        long bytes() {
            return OVERHEAD_BYTES + state.contextBytes();
        }
    }

    @Nullable
    ExecutionState get(UUID id) {
        Entry entry = entries.get(id);
        return entry == null ? null : entry.state;
    }

    void put(int partition, ExecutionState state) {
        Entry entry = new Entry(partition, state);
        remove(state.id().value());
        entries.put(state.id().value(), entry);
        used += entry.bytes();
        Iterator<Entry> eldest = entries.values().iterator();
        while (used > budget && eldest.hasNext()) {
            used -= eldest.next().bytes();
            eldest.remove();
        }
    }

    void remove(UUID id) {
        Entry removed = entries.remove(id);
        if (removed != null) {
            used -= removed.bytes();
        }
    }

    void dropPartitions(Collection<Integer> lost) {
        entries.values().removeIf(entry -> {
            boolean drop = lost.contains(entry.partition);
            used -= drop ? entry.bytes() : 0;
            return drop;
        });
    }
}
