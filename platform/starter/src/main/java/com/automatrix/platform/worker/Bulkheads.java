package com.automatrix.platform.worker;

import java.util.HashMap;
import java.util.Map;

/**
 * How much room a process has for steps: so many in all, and so many of one bulkhead, so that a slow host cannot take the
 * room of the others.
 */
final class Bulkheads {

    private final int limit;
    private final int limitOfOne;
    private final Map<String, Integer> used = new HashMap<>();
    private int usedInAll;
    private boolean closed;

    Bulkheads(int limit, int limitOfOne) {
        this.limit = limit;
        this.limitOfOne = limitOfOne;
    }

    /**
     * Room at one moment.
     *
     * @param inAll how many more steps may begin
     * @param ofOne how many of one bulkhead may run at once
     * @param used how many run, by bulkhead
     */
    record Room(int inAll, int ofOne, Map<String, Integer> used) {}

    /** Takes a place, if there is one. */
    synchronized boolean enter(String bulkhead) {
        if (closed || usedInAll >= limit || used.getOrDefault(bulkhead, 0) >= limitOfOne) {
            return false;
        }
        occupy(bulkhead);
        return true;
    }

    /** Takes a place of the room that was told when it was closed. */
    synchronized void occupy(String bulkhead) {
        used.merge(bulkhead, 1, Integer::sum);
        usedInAll++;
    }

    /** Gives a place back. */
    synchronized void leave(String bulkhead) {
        used.computeIfPresent(bulkhead, (name, count) -> count == 1 ? null : count - 1);
        usedInAll--;
    }

    /** Lets nobody enter, so that the room which it tells can only grow. */
    synchronized Room close() {
        closed = true;
        return new Room(limit - usedInAll, limitOfOne, Map.copyOf(used));
    }

    synchronized void open() {
        closed = false;
    }

    /** Whether somebody may have to wait for a place. */
    synchronized boolean isSomeFull() {
        return usedInAll >= limit || used.values().stream().anyMatch(count -> count >= limitOfOne);
    }
}
