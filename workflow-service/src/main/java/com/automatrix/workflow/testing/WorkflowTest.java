package com.automatrix.workflow.testing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A test of a workflow.
 *
 * @param test its {@link com.automatrix.contracts.testcase.TestCase}
 */
public record WorkflowTest(UUID id, Map<String, Object> test, Instant createdAt, Instant updatedAt, String updatedBy) {

    String name() {
        return String.valueOf(test.get("name"));
    }
}
