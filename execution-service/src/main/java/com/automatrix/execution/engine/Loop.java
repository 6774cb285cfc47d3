package com.automatrix.execution.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a loop has come.
 *
 * @param started how many iterations have begun; they begin in order
 * @param finished how many of them have ended; they end in any order
 * @param results what the finished ones gave, by their index; null for one that is going on
 * @param bytes what the results take together
 * @param nextAt when the next one may begin; null is at once
 */
public record Loop(
        int started,
        int finished,
        List<@Nullable Result> results,
        long bytes,
        @Nullable Instant nextAt) {

    static final Loop BEGINNING = new Loop(0, 0, List.of(), 0, null);

    /** What one iteration gave. */
    public record Result(@Nullable Object output) {}

    public Loop {
        results = Collections.unmodifiableList(new ArrayList<>(results));
    }

    boolean isGoingOn(int index) {
        return index < started && results.get(index) == null;
    }

    int goingOn() {
        return started - finished;
    }

    /** What the iterations gave, in their order. */
    List<@Nullable Object> outputs() {
        List<@Nullable Object> outputs = new ArrayList<>();
        results.forEach(result -> outputs.add(result == null ? null : result.output()));
        return outputs;
    }

    Loop starting(int index) {
        List<@Nullable Result> more = new ArrayList<>(results);
        while (more.size() <= index) {
            more.add(null);
        }
        return new Loop(index + 1, finished, more, bytes, null);
    }

    Loop finishing(int index, @Nullable Object output, @Nullable Instant next) {
        List<@Nullable Result> more = new ArrayList<>(results);
        more.set(index, new Result(output));
        return new Loop(started, finished + 1, more, bytes + JsonSize.of(output), next);
    }
}
