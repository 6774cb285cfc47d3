package com.automatrix.execution.trigger;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.platform.page.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows which triggers this service acts on, and since when. */
@RestController
@RequestMapping("/api/triggers")
@PreAuthorize("hasRole('VIEWER')")
class TriggerController {

    private final WorkflowVersionStore store;

    TriggerController(WorkflowVersionStore store) {
        this.store = store;
    }

    /** A trigger as the API shows it. */
    record TriggerResponse(
            WorkflowId workflowId,
            String workflowName,
            int version,
            String triggerId,
            String type,
            @Nullable String eventType,
            boolean active,
            Instant activeSince) {

        static TriggerResponse of(ActiveTrigger trigger) {
            return new TriggerResponse(
                    trigger.workflowId(),
                    trigger.workflowName(),
                    trigger.version(),
                    trigger.triggerId(),
                    trigger.type(),
                    trigger.eventType(),
                    !trigger.paused(),
                    trigger.activeSince());
        }
    }

    @GetMapping
    Page<TriggerResponse> list() {
        return Page.of(store.triggers().stream().map(TriggerResponse::of).toList());
    }
}
