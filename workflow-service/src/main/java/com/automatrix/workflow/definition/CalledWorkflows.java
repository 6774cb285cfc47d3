package com.automatrix.workflow.definition;

import java.util.UUID;

/** Tells of a workflow that a step wants to call. */
@FunctionalInterface
public interface CalledWorkflows {

    /** What there is of it. */
    enum Found {
        /** It can be called. */
        PUBLISHED,
        /** It was never published, or is archived. */
        NOT_PUBLISHED,
        /** There is none. */
        MISSING,
        /** It cannot be told here. */
        UNKNOWN
    }

    Found find(UUID workflowId);
}
