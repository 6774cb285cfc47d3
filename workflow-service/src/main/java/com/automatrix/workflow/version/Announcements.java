package com.automatrix.workflow.version;

import com.automatrix.contracts.definition.WorkflowDefinition;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.platform.outbox.Outbox;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the other services which version is in force; inside the transaction of the change. */
@Component
class Announcements {

    private final Outbox outbox;

    Announcements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The version is in force; a paused one is not started. */
    void announce(WorkflowVersionEntity version, boolean paused) {
        announce(version, DefinitionJson.definition(version.definition()), paused);
    }

    void announce(WorkflowVersionEntity version, WorkflowDefinition definition, boolean paused) {
        VersionSummary summary = version.summary();
        outbox.append(
                Topics.WORKFLOW_PUBLISHED,
                summary.workflowId().toString(),
                MessageTypes.WORKFLOW_PUBLISHED,
                new WorkflowPublished(
                        new WorkflowId(summary.workflowId()),
                        summary.version(),
                        summary.name(),
                        version.description(),
                        version.category().name(),
                        definition,
                        summary.publishedAt(),
                        version.publisherId(),
                        paused ? true : null));
    }

    /** No version of it is in force any more. */
    void withdraw(UUID workflowId) {
        outbox.appendTombstone(Topics.WORKFLOW_PUBLISHED, workflowId.toString());
    }
}
