package com.automatrix.workflow.version;

import com.automatrix.workflow.definition.CalledWorkflows;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks a called workflow up among those that there are. */
@Component
final class PublishedCallees implements CalledWorkflows {

    private final WorkflowRepository workflows;

    PublishedCallees(WorkflowRepository workflows) {
        this.workflows = workflows;
    }

    @Override
    public Found find(UUID workflowId) {
        return workflows
                .findByIdAndDeletedAtIsNull(workflowId)
                .map(workflow -> workflow.publishedVersion() == null || workflow.status() == WorkflowStatus.ARCHIVED
                        ? Found.NOT_PUBLISHED
                        : Found.PUBLISHED)
                .orElse(Found.MISSING);
    }
}
