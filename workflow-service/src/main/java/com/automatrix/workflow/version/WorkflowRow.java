package com.automatrix.workflow.version;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workflow as the list reads it: all but the definition. */
record WorkflowRow(
        UUID id,
        String name,
        String description,
        Category category,
        WorkflowStatus status,
        @Nullable Integer publishedVersion,
        long revision,
        String triggers,
        int problemCount,
        @Nullable TemplateRef template,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {}
