package com.automatrix.execution.tail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event that has just arrived.
 *
 * @param eventId the event's own id; null if the record is no event
 * @param isReadable whether it is a CloudEvent
 * @param data null if it is hidden, not JSON or too large to be shown
 * @param isHidden whether the data is kept from the reader, whose role may not see personal data
 */
record TailedEvent(
        String topic,
        int partition,
        long offset,
        Instant arrivedAt,
        boolean isReadable,
        @Nullable String eventId,
        @Nullable String type,
        @Nullable String source,
        @Nullable String subject,
        @Nullable JsonNode data,
        boolean isHidden) {

    /** For those who may not see personal data: a subject may be a person's name. */
    TailedEvent withoutPersonalData() {
        return new TailedEvent(
                topic, partition, offset, arrivedAt, isReadable, eventId, type, source, null, null, data != null);
    }
}
