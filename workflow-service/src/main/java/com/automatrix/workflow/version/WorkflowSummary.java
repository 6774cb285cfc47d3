package com.automatrix.workflow.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workflow as a list shows it. */
record WorkflowSummary(
        UUID id,
        String name,
        String description,
        Category category,
        WorkflowStatus status,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Integer publishedVersion,
        long revision,
        List<TriggerSummary> triggers,
        int problemCount,
        @Nullable TemplateRef template,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    static WorkflowSummary of(WorkflowRow row) {
        return new WorkflowSummary(
                row.id(),
                row.name(),
                row.description(),
                row.category(),
                row.status(),
                row.publishedVersion(),
                row.revision(),
                DefinitionJson.triggers(row.triggers()),
                row.problemCount(),
                row.template(),
                row.createdAt(),
                row.updatedAt(),
                row.updatedBy());
    }
}
