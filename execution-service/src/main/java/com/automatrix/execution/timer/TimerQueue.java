package com.automatrix.execution.timer;

import com.automatrix.execution.engine.TimerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The timers that come due soon, of the partitions that this process owns. Only the inbox's thread uses it, and it is
 * told of changes only once they are committed.
 */
public final class TimerQueue {

    /** Later timers stay in the table alone, so that long waits take no memory. */
    private static final Duration HORIZON = Duration.ofMinutes(2);

    private static final Duration RELOAD = Duration.ofMinutes(1);

    private final TimerStore store;
    private final PriorityQueue<Timer> queue = new PriorityQueue<>(Comparator.comparing(Timer::dueAt));
    private final Map<UUID, Map<TimerKey, Timer>> armed = new HashMap<>();
    private final Set<Integer> partitions = new HashSet<>();
    private @Nullable Instant loadedUntil;

    public TimerQueue(TimerStore store) {
        this.store = store;
    }

    public void own(Collection<Integer> taken, Instant now) {
        partitions.addAll(taken);
        load(now);
    }

    public void disown(Collection<Integer> lost) {
        partitions.removeAll(lost);
        queue.removeIf(timer -> lost.contains(timer.partition()));
        armed.values().forEach(timers -> timers.values().removeIf(timer -> lost.contains(timer.partition())));
        armed.values().removeIf(Map::isEmpty);
    }

    public void set(Timer timer) {
        if (loadedUntil == null || timer.dueAt().isBefore(loadedUntil)) {
            arm(timer);
        } else {
            // It may have been due soon before, and is not any more.
            clear(timer.id());
        }
    }

    public void clear(Timer.Id id) {
        armed.computeIfPresent(id.executionId(), (execution, timers) -> {
            timers.remove(id.key());
            return timers.isEmpty() ? null : timers;
        });
    }

    public void clearAllOf(UUID executionId) {
        armed.remove(executionId);
    }

    /** Those that are due by now, oldest first, at most {@code limit}; each stays due until it is cleared. */
    public List<Timer> due(Instant now, int limit) {
        if (loadedUntil != null && now.plus(RELOAD).isAfter(loadedUntil)) {
            load(now);
        }
        List<Timer> due = new ArrayList<>();
        Timer next = queue.peek();
        while (next != null && !next.dueAt().isAfter(now) && due.size() < limit) {
            queue.poll();
            if (isArmed(next)) {
                due.add(next);
            }
            next = queue.peek();
        }
        return due;
    }

    /** How long nothing is due, at most the given time. */
    public Duration idleTime(Instant now, Duration atMost) {
        Timer next = queue.peek();
        if (next == null) {
            return atMost;
        }
        Duration wait = Duration.between(now, next.dueAt());
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(atMost) < 0 ? wait : atMost;
    }

    private void load(Instant now) {
        Instant until = now.plus(HORIZON);
        queue.clear();
        armed.clear();
        for (Timer timer : store.dueBefore(until, partitions)) {
            arm(timer);
        }
        loadedUntil = until;
    }

    private void arm(Timer timer) {
        armed.computeIfAbsent(timer.id().executionId(), execution -> new HashMap<>(2))
                .put(timer.id().key(), timer);
        queue.add(timer);
    }

    private boolean isArmed(Timer timer) {
        Map<TimerKey, Timer> timers = armed.get(timer.id().executionId());
        return timers != null && timer.equals(timers.get(timer.id().key()));
    }
}
