package com.automatrix.local.chaos;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What came of the documents.
 *
 * @param accepted documents that were answered with 2xx
 * @param refused documents that nobody ever took
 * @param lost accepted documents without an event
 * @param twice documents with more than one event
 * @param unlisted accepted documents that the list of leads does not have
 * @param redelivered records of an event that was on Kafka before under the same id, which its readers leave out
 * @param errors requests that had to be repeated
 * @param kills parts that were killed
 */
public record LeadVerdict(
        int accepted, int refused, int lost, int twice, int unlisted, int redelivered, int errors, int kills) {

    /** Whether each document has become one event and one lead of the list. */
    public boolean isGood() {
        return accepted > 0 && refused + lost + twice + unlisted == 0;
    }

    @Override
    public String toString() {
        SequencedMap<String, Integer> columns = new LinkedHashMap<>();
        columns.put("accepted", accepted);
        columns.put("refused", refused);
        columns.put("lost", lost);
        columns.put("two events", twice);
        columns.put("not listed", unlisted);
        columns.put("redelivered", redelivered);
        columns.put("errors", errors);
        columns.put("kills", kills);
        return Columns.text(columns);
    }
}
