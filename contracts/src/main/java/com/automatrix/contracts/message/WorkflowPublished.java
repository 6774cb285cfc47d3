package com.automatrix.contracts.message;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.WorkflowId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version became the published one, whole. Key: the workflow id; a tombstone says that none is published any more.
 *
 * @param version counted from 1 for each workflow
 * @param category SALES, SERVICE, PARTS, FINANCE, SYSTEM or OTHER
 * @param publishedBy the user's id
 * @param paused true while nothing may start it; what runs goes on. Left out otherwise
 */
public record WorkflowPublished(
        WorkflowId workflowId,
        int version,
        String name,
        @Nullable String description,
        @Nullable String category,
        WorkflowDefinition definition,
        Instant publishedAt,
        String publishedBy,
        @Nullable Boolean paused) {}
