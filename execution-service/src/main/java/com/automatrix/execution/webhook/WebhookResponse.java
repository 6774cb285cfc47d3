package com.automatrix.execution.webhook;

import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.contracts.id.WorkflowId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as the API shows it.
 *
 * @param workflowName null if the workflow is not published any more
 * @param path the address, below that of the product
 * @param proof how senders prove themselves: {@code SIGNATURE}, {@code TOKEN} or {@code NONE}
 * @param active whether a call starts an execution
 */
record WebhookResponse(
        UUID id,
        WorkflowId workflowId,
        @Nullable String workflowName,
        String triggerId,
        String path,
        String proof,
        WebhookTrigger.Answer answer,
        boolean active,
        Instant createdAt,
        @Nullable Instant rotatedAt) {

    static WebhookResponse of(
            Webhook webhook, @Nullable String workflowName, @Nullable WebhookTrigger trigger, boolean active) {
        WebhookTrigger.Answer answer = trigger == null ? null : trigger.answer();
        return new WebhookResponse(
                webhook.id(),
                webhook.workflowId(),
                workflowName,
                webhook.triggerId(),
                webhook.path(),
                proof(trigger),
                Objects.requireNonNullElse(answer, WebhookTrigger.Answer.ACCEPTED),
                active,
                webhook.createdAt(),
                webhook.rotatedAt());
    }

    private static String proof(@Nullable WebhookTrigger trigger) {
        if (trigger == null || (trigger.signature() == null && trigger.token() == null)) {
            return "NONE";
        }
        return trigger.signature() == null ? "TOKEN" : "SIGNATURE";
    }
}
