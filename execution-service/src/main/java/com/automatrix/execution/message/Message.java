package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.Purpose;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept.
 *
 * @param copies further addresses, separated by commas
 * @param sender the address that it comes from; null is the usual one
 * @param code why it was refused or failed
 * @param reason the same as a sentence, or why it could be sent
 * @param providerId the provider's name for it
 * @param segments how many text messages it counts as
 * @param sentAt when it was handed over
 * @param isNotice whether it is to a colleague, about a task
 */
record Message(
        UUID id,
        UUID executionId,
        String stepRunId,
        String nodeId,
        UUID workflowId,
        Channel channel,
        Purpose purpose,
        String to,
        @Nullable String copies,
        @Nullable String personId,
        @Nullable String sender,
        @Nullable String subject,
        String text,
        @Nullable String html,
        MessageState state,
        @Nullable String code,
        String reason,
        @Nullable String provider,
        @Nullable String providerId,
        @Nullable Integer segments,
        @Nullable Instant deferredUntil,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant sentAt,
        @JsonIgnore boolean isNotice) {}
