package com.automatrix.execution.inbox;

import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.execution.engine.ExecutionState;
import com.automatrix.execution.messaging.OutgoingRecord;
import com.automatrix.execution.persistence.ExecutionRow;
import com.automatrix.execution.persistence.OwnedPartition;
import com.automatrix.execution.task.TaskChanges;
import com.automatrix.execution.timer.Timer;
import com.automatrix.execution.trigger.PublishedVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one unit of work comes to, before its transaction. */
final class Batch {

    final Instant now;
    final Map<Integer, OwnedPartition> owners = new LinkedHashMap<>();
    final Map<UUID, Touched> touched = new LinkedHashMap<>();
    final Map<StartExecution, ExecutionError> neverStarted = new LinkedHashMap<>();
    final List<ExecutionRow> unannounced = new ArrayList<>();
    final Map<Integer, List<OutgoingRecord>> outgoing = new HashMap<>();
    final List<OutgoingRecord> deferred = new ArrayList<>();
    final Map<Timer.Id, Timer> timersSet = new LinkedHashMap<>();
    final Set<Timer.Id> timersCleared = new LinkedHashSet<>();
    final TaskChanges tasks = new TaskChanges();
    final Aggregates aggregates;
    int ignored;

    Batch(Instant now, Aggregates aggregates) {
        this.now = now;
        this.aggregates = aggregates;
    }

    /** An execution that this batch changes. */
    static final class Touched {

        final int partition;
        final PublishedVersion version;
        final boolean wasLive;
        final List<ExecutionEvent> events = new ArrayList<>();
        ExecutionState state;

        @Nullable
        String traceparent;

        Touched(int partition, PublishedVersion version, boolean wasLive, ExecutionState state) {
            this.partition = partition;
            this.version = version;
            this.wasLive = wasLive;
            this.state = state;
        }

        long nextSequence() {
            return state.sequence() + 1;
        }

        void add(ExecutionEvent event) {
            events.add(event);
            state = ExecutionState.evolve(state, event);
        }
    }

    void send(int partition, OutgoingRecord message) {
        outgoing.computeIfAbsent(partition, none -> new ArrayList<>()).add(message);
    }

    void set(Timer timer) {
        timersCleared.remove(timer.id());
        timersSet.put(timer.id(), timer);
    }

    void clear(Timer.Id timer) {
        timersSet.remove(timer);
        timersCleared.add(timer);
    }

    List<Touched> live() {
        return touched.values().stream()
                .filter(execution -> !execution.state.hasEnded())
                .toList();
    }

    List<Touched> ended() {
        return touched.values().stream()
                .filter(execution -> execution.state.hasEnded())
                .toList();
    }
}
