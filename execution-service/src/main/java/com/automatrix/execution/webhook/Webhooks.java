package com.automatrix.execution.webhook;

import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.trigger.PublishedWorkflows;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the webhook triggers that are in force. */
@Component
class Webhooks {

    private final WebhookStore store;
    private final PublishedWorkflows workflows;

    Webhooks(WebhookStore store, PublishedWorkflows workflows) {
        this.store = store;
        this.workflows = workflows;
    }

    /** A webhook whose trigger is in the published version. */
    record InForce(Webhook webhook, WebhookTrigger trigger) {}

    Optional<InForce> find(String key) {
        return store.byKey(key)
                .flatMap(webhook -> trigger(webhook.workflowId(), webhook.triggerId())
                        .map(trigger -> new InForce(webhook, trigger)));
    }

    Optional<WebhookTrigger> trigger(WorkflowId workflowId, String triggerId) {
        return workflows.current(workflowId).stream()
                .flatMap(version -> version.definition().triggers().stream())
                .filter(trigger -> trigger.id().equals(triggerId))
                .filter(WebhookTrigger.class::isInstance)
                .map(WebhookTrigger.class::cast)
                .findFirst();
    }
}
