package com.automatrix.execution.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that nobody could process, and why.
 *
 * @param topic where it was read
 * @param headers as it came, without those that say why it is here
 * @param content as it came; null is a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: only sent.
record DeadLetter(
        UUID id,
        String topic,
        @Nullable Integer partition,
        @Nullable Long offset,
        Instant at,
        String reason,
        @Nullable String eventType,
        @Nullable String key,
        List<LetterHeader> headers,
        byte @Nullable [] content,
        DeadLetterState state,
        boolean isEdited,
        @Nullable Instant settledAt,
        @Nullable String settledBy) {

    DeadLetter {
        headers = List.copyOf(headers);
    }
}
