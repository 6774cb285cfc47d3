package com.automatrix.execution.webhook;

import com.automatrix.contracts.id.WorkflowId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The address of a webhook trigger.
 *
 * @param key the part of the address that cannot be guessed
 * @param rotatedAt when it was last changed; null if never
 */
record Webhook(
        UUID id,
        WorkflowId workflowId,
        String triggerId,
        String key,
        Instant createdAt,
        @Nullable Instant rotatedAt) {

    String path() {
        return "/api/webhooks/" + key;
    }
}
