package com.automatrix.execution.simulation;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.testcase.Arrival;
import com.automatrix.contracts.testcase.Mock;
import com.automatrix.execution.engine.TimerKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What is still to come in a simulation. */
final class Agenda {

    private static final Comparator<Entry> BY_TIME = Comparator.comparing(Entry::at)
            .thenComparingInt(entry -> entry.item().rank())
            .thenComparingLong(Entry::number);

    private final TreeSet<Entry> entries = new TreeSet<>(BY_TIME);
    private final Map<TimerKey, Entry> timers = new HashMap<>();
    private long numbers;

    /** Something that happens at a time; of what happens at the same time the lower rank comes first. */
    sealed interface Item {

        int rank();
    }

    /** The gate lets the execution start. */
    record Admission(String gateKey) implements Item {

        @Override
        public int rank() {
            return 0;
        }
    }

    /** An attempt is answered. */
    record Answer(StepRunId stepRunId, int attempt, Instant askedAt, Mock mock) implements Item {

        @Override
        public int rank() {
            return 1;
        }
    }

    /** An event comes from another system. */
    record Event(Arrival arrival) implements Item {

        @Override
        public int rank() {
            return 2;
        }
    }

    /** A timer of the engine comes due. */
    record Timer(TimerKey key) implements Item {

        @Override
        public int rank() {
            return 3;
        }
    }

    record Entry(Instant at, long number, Item item) {}

    void add(Instant at, Item item) {
        entries.add(new Entry(at, ++numbers, item));
    }

    /** Sets a timer; one with the same key is replaced. */
    void set(TimerKey key, Instant dueAt) {
        clear(key);
        Entry entry = new Entry(dueAt, ++numbers, new Timer(key));
        timers.put(key, entry);
        entries.add(entry);
    }

    void clear(TimerKey key) {
        Entry set = timers.remove(key);
        if (set != null) {
            entries.remove(set);
        }
    }

    /** Nobody answers this step run any more. */
    void forget(StepRunId stepRunId) {
        entries.removeIf(entry ->
                entry.item() instanceof Answer answer && answer.stepRunId().equals(stepRunId));
    }

    /** When a step run is answered; empty if it is not. */
    Optional<Instant> answerAt(StepRunId stepRunId) {
        return entries.stream()
                .filter(entry -> entry.item() instanceof Answer answer
                        && answer.stepRunId().equals(stepRunId))
                .map(Entry::at)
                .findFirst();
    }

    /** The earliest, which is taken off; empty when nothing is to come. */
    Optional<Entry> next() {
        Entry earliest = entries.pollFirst();
        if (earliest != null && earliest.item() instanceof Timer(var key)) {
            timers.remove(key);
        }
        return Optional.ofNullable(earliest);
    }
}
