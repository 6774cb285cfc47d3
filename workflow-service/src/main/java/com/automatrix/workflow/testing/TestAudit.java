package com.automatrix.workflow.testing;

import java.util.UUID;

/** What the audit log keeps of a test: not its content, which may be that of a customer's execution. */
record TestAudit(UUID id, String name) {

    static TestAudit of(TestCaseEntity test) {
        return new TestAudit(test.getId(), test.name());
    }
}
