package com.automatrix.execution.deadletter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in a list.
 *
 * @param reason null for those who may not see personal data: a reason may quote what does not fit
 * @param bytes how large the record's value is
 */
record DeadLetterSummary(
        UUID id,
        String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        Instant at,
        @Nullable String reason,
        @Nullable String eventType,
        int bytes,
        DeadLetterState state,
        boolean isEdited,
        @Nullable Instant settledAt,
        @Nullable String settledBy) {

    static DeadLetterSummary of(DeadLetter letter) {
        byte[] content = letter.content();
        return new DeadLetterSummary(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.at(),
                letter.reason(),
                letter.eventType(),
                content == null ? 0 : content.length,
                letter.state(),
                letter.isEdited(),
                letter.settledAt(),
                letter.settledBy());
    }

    DeadLetterSummary withoutPersonalData() {
        return new DeadLetterSummary(
                id, topic, partition, offset, at, null, eventType, bytes, state, isEdited, settledAt, settledBy);
    }
}
