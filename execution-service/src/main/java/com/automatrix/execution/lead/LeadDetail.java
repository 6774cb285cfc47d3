package com.automatrix.execution.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead with everything that is known about how it was read.
 *
 * @param lead the data of its event; null if none could be recognised
 * @param document the beginning of the document as it came, as text
 */
record LeadDetail(
        LeadSummary summary,
        List<Remark> repairs,
        List<Remark> notes,
        @Nullable Object lead,
        String contentType,
        int documentBytes,
        String document,
        String documentHref) {

    LeadDetail {
        repairs = List.copyOf(repairs);
        notes = List.copyOf(notes);
    }
}
