package com.automatrix.execution.webhook;

import com.automatrix.platform.page.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of webhooks, for those who build workflows: whoever sees one may call it. */
@RestController
@RequestMapping("/api/webhooks")
@PreAuthorize("hasRole('BUILDER')")
class WebhookListController {

    private final WebhookService webhooks;

    WebhookListController(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @GetMapping
    Page<WebhookResponse> list(@RequestParam(required = false) @Nullable UUID workflowId) {
        return Page.of(webhooks.list(workflowId));
    }

    @PostMapping("/{id}/rotate")
    WebhookResponse rotate(@PathVariable UUID id) {
        return webhooks.rotate(id);
    }
}
