package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.Purpose;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in a list.
 *
 * @param preview how it begins
 */
record MessageSummary(
        UUID id,
        UUID executionId,
        String nodeId,
        Channel channel,
        Purpose purpose,
        String to,
        @Nullable String subject,
        String preview,
        MessageState state,
        String reason,
        @Nullable Instant deferredUntil,
        Instant createdAt,
        @Nullable Instant sentAt) {

    private static final int PREVIEW = 140;

    static MessageSummary of(Message message) {
        String line = message.text().replaceAll("\\s+", " ").strip();
        return new MessageSummary(
                message.id(),
                message.executionId(),
                message.nodeId(),
                message.channel(),
                message.purpose(),
                message.to(),
                message.subject(),
                line.length() > PREVIEW ? line.substring(0, PREVIEW) + "…" : line,
                message.state(),
                message.reason(),
                message.deferredUntil(),
                message.createdAt(),
                message.sentAt());
    }
}
