package com.automatrix.execution.trigger;

import com.automatrix.contracts.id.WorkflowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trigger of a published workflow: from {@code activeSince} on, this service acts on it.
 *
 * @param paused whether nothing may start the workflow for now
 */
record ActiveTrigger(
        WorkflowId workflowId,
        String workflowName,
        int version,
        String triggerId,
        String type,
        @Nullable String eventType,
        @Nullable String filter,
        boolean paused,
        Instant activeSince) {}
