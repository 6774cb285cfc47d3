package com.automatrix.workflow.version;

import com.automatrix.platform.problem.Forbidden;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.security.Role;
import com.automatrix.workflow.definition.Problem;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lets a draft be published only if it passes its tests, or if an administrator says that they do not matter now. */
@Component
class PublicationGate {

    private final WorkflowService workflows;
    private final WorkflowTests tests;

    PublicationGate(WorkflowService workflows, WorkflowTests tests) {
        this.workflows = workflows;
        this.tests = tests;
    }

    /**
     * Runs the tests of the draft; called before the transaction that publishes it.
     *
     * @param authorization the caller's own {@code Authorization} header
     */
    Clearance pass(UUID id, PublishRequest request, CurrentUser user, String authorization) {
        if (request.overridesTests()) {
            requireAdministrator(user);
            return Clearance.ignoring(tests.count(id));
        }
        WorkflowResponse draft = workflows.get(id);
        // Publication refuses it anyway, and says more than tests that cannot be run.
        if (draft.problems().stream().anyMatch(Problem::isError) || tests.count(id) == 0) {
            return Clearance.UNTESTED;
        }
        List<Violation> failures = tests.failures(WorkflowContent.of(draft), authorization);
        if (!failures.isEmpty()) {
            throw new Invalid(
                    "workflow.tests-failed",
                    "Expected workflow %s to pass its tests, but it fails %d of them.".formatted(id, failures.size()),
                    failures);
        }
        return Clearance.passed(draft.summary().revision());
    }

    private static void requireAdministrator(CurrentUser user) {
        if (!user.has(Role.ADMIN)) {
            throw new Forbidden(
                    "workflow.override-forbidden",
                    "Expected an administrator to publish in spite of the tests, but your roles do not allow it.");
        }
    }
}
