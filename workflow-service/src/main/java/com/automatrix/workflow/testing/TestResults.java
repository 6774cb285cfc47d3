package com.automatrix.workflow.testing;

import java.util.List;

/** What came of tests, in their order. */
record TestResults(List<TestResult> results) {

    static final TestResults NONE = new TestResults(List.of());

    TestResults {
        results = List.copyOf(results);
    }
}
