package com.automatrix.workflow.version;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes drafts with all that belongs to them, or nothing. */
@Service
class CreationService {

    private final WorkflowService workflows;
    private final WorkflowTests tests;

    CreationService(WorkflowService workflows, WorkflowTests tests) {
        this.workflows = workflows;
        this.tests = tests;
    }

    @Transactional
    WorkflowResponse create(CreateWorkflowRequest request, Author author) {
        WorkflowResponse created = workflows.create(request.draft(), request.template(), author);
        tests.add(created.summary().id(), request.testsOrNone(), author.name());
        return created;
    }
}
