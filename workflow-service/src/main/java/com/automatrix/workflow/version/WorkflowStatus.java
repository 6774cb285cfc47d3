package com.automatrix.workflow.version;

/** Whether a version of a workflow is published. */
enum WorkflowStatus {
    DRAFT,
    PUBLISHED
}
