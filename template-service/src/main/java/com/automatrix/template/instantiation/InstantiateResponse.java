package com.automatrix.template.instantiation;

import java.util.UUID;

/** The workflow that was made. */
record InstantiateResponse(UUID workflowId, String name, String href) {

    static InstantiateResponse of(CreatedWorkflow workflow) {
        return new InstantiateResponse(workflow.id(), workflow.name(), "/api/workflows/" + workflow.id());
    }
}
