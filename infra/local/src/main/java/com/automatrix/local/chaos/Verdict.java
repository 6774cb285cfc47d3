package com.automatrix.local.chaos;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What came of it.
 *
 * @param started starts that were answered
 * @param lost of these, the executions that the history does not know
 * @param stuck executions that have not ended, or that the engine's own check has found
 * @param twice steps that completed more than once, and holes and overlaps in what was told of an execution
 * @param wrong executions that ended other than COMPLETED, or with another's output
 * @param requestedAgain attempts after the first
 * @param errors requests to start that had to be repeated
 * @param kills replicas that were killed
 */
public record Verdict(
        int started, int lost, int stuck, int twice, int wrong, int requestedAgain, int errors, int kills) {

    /** Whether nothing was lost, stuck, applied twice or wrong. */
    public boolean isGood() {
        return lost + stuck + twice + wrong == 0;
    }

    @Override
    public String toString() {
        SequencedMap<String, Integer> columns = new LinkedHashMap<>();
        columns.put("started", started);
        columns.put("lost", lost);
        columns.put("stuck", stuck);
        columns.put("applied twice", twice);
        columns.put("wrong end", wrong);
        columns.put("re-requests", requestedAgain);
        columns.put("start errors", errors);
        columns.put("kills", kills);
        return Columns.text(columns);
    }
}
