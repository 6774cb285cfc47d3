package com.automatrix.workflow.version;

/** Whether a workflow is published, and whether it may be started. */
enum WorkflowStatus {
    /** Never published. */
    DRAFT,
    PUBLISHED,
    /** Published, but nothing starts it; what runs goes on. */
    PAUSED,
    /** Put away: not listed, not started, not published; its versions are kept. */
    ARCHIVED
}
