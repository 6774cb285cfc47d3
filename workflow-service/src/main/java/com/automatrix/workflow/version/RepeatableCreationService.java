package com.automatrix.workflow.version;

import com.automatrix.platform.problem.Conflict;
import com.automatrix.workflow.version.CreationKeys.Creation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a workflow once, however often it is asked for with the same key. */
@Service
class RepeatableCreationService {

    private final WorkflowService workflows;
    private final CreationService creation;
    private final CreationKeys keys;

    RepeatableCreationService(WorkflowService workflows, CreationService creation, CreationKeys keys) {
        this.workflows = workflows;
        this.creation = creation;
        this.keys = keys;
    }

    /**
     * Makes a workflow.
     *
     * @param idempotencyKey null if each request makes one
     * @return the new workflow, or as it is now the one that an earlier request with the same key has made
     */
    @Transactional
    WorkflowResponse create(CreateWorkflowRequest request, @Nullable String idempotencyKey, Author author) {
        if (idempotencyKey == null) {
            return creation.create(request, author);
        }
        CreationKeys.Key key = new CreationKeys.Key(author.id(), idempotencyKey);
        String hash = DraftAudit.sha256(DefinitionJson.text(request));
        Optional<Creation> earlier = keys.find(key);
        if (earlier.isEmpty()) {
            WorkflowResponse created = creation.create(request, author);
            keys.add(key, new Creation(hash, created.summary().id()));
            return created;
        }
        if (!earlier.get().requestHash().equals(hash)) {
            throw new Conflict(
                    "workflow.idempotency-key-reused",
                    "Expected the request that first came with this Idempotency-Key, but it is another one.");
        }
        return workflows.get(earlier.get().workflowId());
    }
}
