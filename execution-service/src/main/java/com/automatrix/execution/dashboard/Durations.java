package com.automatrix.execution.dashboard;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long executions took, counted by the classes of {@code duration_class}: eight to each doubling. */
final class Durations {

    private static final double CLASSES = 8;

    private final SortedMap<Integer, Long> counts = new TreeMap<>();
    private long total;

    void add(int durationClass, long executions) {
        counts.merge(durationClass, executions, Long::sum);
        total += executions;
    }

    /**
     * The time, in milliseconds, within which the given share of the executions ended; the middle of its class, so that
     * it is right within five per cent. Null if there are none.
     */
    @Nullable
    Long percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (var entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return Math.round(Math.pow(2, (entry.getKey() + 0.5) / CLASSES) - 1);
            }
        }
        return null;
    }
}
