package com.automatrix.template.instantiation;

import com.automatrix.platform.gateway.Gateway;
import org.springframework.stereotype.Component;

/** Asks workflow-service, in the caller's name, to make drafts. */
@Component
class WorkflowDrafts {

    private final Gateway gateway;

    WorkflowDrafts(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Makes a draft; with the idempotency key of an earlier request, it is that one's. A refusal is passed on. */
    CreatedWorkflow create(WorkflowDraft draft, Caller caller) {
        return gateway.post(
                "/api/workflows", draft, caller.authorization(), caller.idempotencyKey(), CreatedWorkflow.class);
    }
}
