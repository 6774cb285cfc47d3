package com.automatrix.workflow.exchange;

import com.automatrix.workflow.testing.WorkflowTest;
import com.automatrix.workflow.version.WorkflowContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workflow with its tests as one tree, in the order in which it is written. It can be imported as it is. */
final class WorkflowDocument {

    private static final CanonicalOrder ORDER = new CanonicalOrder();

    private WorkflowDocument() {}

    static Map<String, Object> of(WorkflowContent workflow, List<WorkflowTest> tests) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", workflow.name());
        document.put("category", workflow.category());
        if (!workflow.description().isEmpty()) {
            document.put("description", workflow.description());
        }
        document.put("definition", ORDER.of(workflow.definition(), CanonicalOrder.DEFINITION));
        document.put(
                "tests",
                tests.stream()
                        .map(test -> ORDER.of(test.test(), CanonicalOrder.TEST_CASE))
                        .toList());
        return document;
    }
}
