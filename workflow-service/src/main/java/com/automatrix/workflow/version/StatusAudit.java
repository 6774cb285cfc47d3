package com.automatrix.workflow.version;

import org.jspecify.annotations.Nullable;

/** What the audit log keeps of a workflow that is paused, resumed, archived or taken out again. */
record StatusAudit(WorkflowStatus status, @Nullable Integer publishedVersion) {

    static StatusAudit of(WorkflowEntity workflow) {
        return new StatusAudit(workflow.status(), workflow.publishedVersion());
    }
}
