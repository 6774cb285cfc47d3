package com.automatrix.workflow.version;

import java.util.Map;
import java.util.UUID;

/** What a draft or a version of a workflow consists of. */
public record WorkflowContent(
        UUID id, String name, String description, String category, Map<String, Object> definition) {

    static WorkflowContent of(WorkflowResponse draft) {
        WorkflowSummary summary = draft.summary();
        return new WorkflowContent(
                summary.id(),
                summary.name(),
                summary.description(),
                summary.category().name(),
                draft.definition());
    }

    static WorkflowContent of(VersionResponse version) {
        VersionSummary summary = version.summary();
        return new WorkflowContent(
                summary.workflowId(),
                summary.name(),
                version.description(),
                version.category().name(),
                version.definition());
    }
}
