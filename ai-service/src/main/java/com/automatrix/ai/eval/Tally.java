package com.automatrix.ai.eval;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts by label what was found, what was not, and what should not have been. */
final class Tally {

    private final Map<String, Score> scores = new TreeMap<>();

    /**
     * The counts of one label. Nothing to find and nothing found is as good as it gets.
     *
     * @param hits found and right
     * @param wrong found, but not there
     * @param missed there, but not found
     */
    record Score(int hits, int wrong, int missed) {

        double precision() {
            return hits + wrong == 0 ? 1 : (double) hits / (hits + wrong);
        }

        double recall() {
            return hits + missed == 0 ? 1 : (double) hits / (hits + missed);
        }

        double f1() {
            double sum = precision() + recall();
            return sum == 0 ? 0 : 2 * precision() * recall() / sum;
        }

        private Score plus(Score other) {
            return new Score(hits + other.hits, wrong + other.wrong, missed + other.missed);
        }
    }

    void add(Set<String> expected, Set<String> found) {
        expected.forEach(label -> add(label, found.contains(label) ? new Score(1, 0, 0) : new Score(0, 0, 1)));
        found.stream().filter(label -> !expected.contains(label)).forEach(label -> add(label, new Score(0, 1, 0)));
    }

    void add(String label, Score score) {
        scores.merge(label, score, Score::plus);
    }

    Map<String, Score> scores() {
        return Map.copyOf(scores);
    }

    Score of(String label) {
        return scores.getOrDefault(label, new Score(0, 0, 0));
    }

    Score ofAll(Collection<String> labels) {
        return labels.stream().map(this::of).reduce(new Score(0, 0, 0), Score::plus);
    }

    /** The mean of all labels, whatever their number of items. */
    double macroF1() {
        return scores.values().stream().mapToDouble(Score::f1).average().orElse(0);
    }
}
