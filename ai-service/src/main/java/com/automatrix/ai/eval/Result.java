package com.automatrix.ai.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one group.
 *
 * @param notPossible what the provider cannot do of it, as a sentence; null when it can do all
 * @param unanswered how many items had no usable answer
 * @param misses the items that went wrong, as lines for people
 */
record Result(
        String group,
        int items,
        Tally tally,
        List<Bar> bars,
        @Nullable String notPossible,
        int unanswered,
        List<String> misses) {

    Result {
        bars = List.copyOf(bars);
        misses = List.copyOf(misses);
    }

    /** Whether no gate has failed. */
    boolean holds() {
        return bars.stream().allMatch(bar -> bar.isPassed() || bar.kind() == Bar.Kind.TARGET);
    }

    /**
     * A figure and how high it must be.
     *
     * @param kind a gate must hold whoever answers; a target is what a good model reaches
     */
    record Bar(Kind kind, String name, double found, double least) {

        enum Kind {
            GATE,
            TARGET
        }

        static Bar gate(String name, double found, double least) {
            return new Bar(Kind.GATE, name, found, least);
        }

        static Bar target(String name, double found, double least) {
            return new Bar(Kind.TARGET, name, found, least);
        }

        /** So many of something that must not be there at all. */
        static Bar none(Kind kind, String name, int count) {
            return new Bar(kind, name, -count, 0);
        }

        boolean isPassed() {
            return found >= least;
        }
    }
}
