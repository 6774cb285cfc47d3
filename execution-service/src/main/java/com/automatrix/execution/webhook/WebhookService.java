package com.automatrix.execution.webhook;

import com.automatrix.contracts.definition.WebhookTrigger;
import com.automatrix.execution.trigger.PublishedVersion;
import com.automatrix.execution.trigger.PublishedWorkflows;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.NotFound;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the addresses of webhooks to those who build workflows, and changes them. */
@Service
class WebhookService {

    private static final String SUBJECT = "webhook";

    private final WebhookStore store;
    private final Webhooks webhooks;
    private final PublishedWorkflows workflows;
    private final Audit audit;
    private final InstantSource clock;

    WebhookService(
            WebhookStore store, Webhooks webhooks, PublishedWorkflows workflows, Audit audit, InstantSource clock) {
        this.store = store;
        this.webhooks = webhooks;
        this.workflows = workflows;
        this.audit = audit;
        this.clock = clock;
    }

    List<WebhookResponse> list(@Nullable UUID workflowId) {
        List<Webhook> found = workflowId == null ? store.all() : store.ofWorkflow(workflowId);
        return found.stream().map(this::response).toList();
    }

    /** Gives the webhook another address; whoever calls the old one is told that there is none. */
    @Transactional
    WebhookResponse rotate(UUID id) {
        Webhook before = find(id);
        store.rotate(id, clock.instant());
        Webhook after = find(id);
        audit.record("webhook.rotated", SUBJECT, id.toString(), said(before), said(after));
        return response(after);
    }

    private Webhook find(UUID id) {
        return store.find(id)
                .orElseThrow(() ->
                        new NotFound("webhook.not-found", "Expected a webhook %s, but there is none.".formatted(id)));
    }

    private WebhookResponse response(Webhook webhook) {
        Optional<WebhookTrigger> trigger = webhooks.trigger(webhook.workflowId(), webhook.triggerId());
        boolean active = trigger.isPresent() && !workflows.isPaused(webhook.workflowId());
        return WebhookResponse.of(
                webhook,
                workflows
                        .current(webhook.workflowId())
                        .map(PublishedVersion::name)
                        .orElse(null),
                trigger.orElse(null),
                active);
    }

    /** Without the key: the log of changes is read by others than those who may call. */
    private static Map<String, String> said(Webhook webhook) {
        Map<String, String> said = new HashMap<>();
        said.put("workflowId", webhook.workflowId().toString());
        said.put("triggerId", webhook.triggerId());
        said.put("rotatedAt", String.valueOf(webhook.rotatedAt()));
        return said;
    }
}
