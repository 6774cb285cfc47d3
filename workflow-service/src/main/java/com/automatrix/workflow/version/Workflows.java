package com.automatrix.workflow.version;

import com.automatrix.platform.problem.NotFound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Workflows as the features around them see them. */
@Component
public class Workflows {

    private final WorkflowService workflows;
    private final PublicationService publications;

    Workflows(WorkflowService workflows, PublicationService publications) {
        this.workflows = workflows;
        this.publications = publications;
    }

    /**
     * Reads a workflow.
     *
     * @param version null for the draft
     * @throws NotFound if there is no such workflow or version
     */
    public WorkflowContent content(UUID id, @Nullable Integer version) {
        return version == null
                ? WorkflowContent.of(workflows.get(id))
                : WorkflowContent.of(publications.version(id, version));
    }

    /**
     * Goes on only if the workflow is there.
     *
     * @throws NotFound if there is no such workflow
     */
    public void requireExisting(UUID id) {
        workflows.requireExisting(id);
    }

    /**
     * Keeps everybody else from changing the workflow, or what belongs to it, until the transaction of the caller ends.
     *
     * @throws NotFound if there is no such workflow
     */
    public void lock(UUID id) {
        workflows.lock(id);
    }
}
