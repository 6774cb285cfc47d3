package com.automatrix.workflow.version;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Unavailable;
import com.automatrix.platform.problem.Violation;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tests that belong to workflows, as far as their creation and publication need them. */
public interface WorkflowTests {

    /**
     * Adds tests to a new workflow, in the transaction that makes it.
     *
     * @throws Invalid with the violations below {@code /tests}
     */
    void add(UUID workflowId, List<Map<String, Object>> tests, String author);

    /** How many tests a workflow has. */
    int count(UUID workflowId);

    /**
     * Runs all tests of a draft and returns what is wrong with it, one violation for each test that fails. Takes as long
     * as they do, so it is called outside of any transaction; without tests nothing is called.
     *
     * @param authorization the caller's own {@code Authorization} header
     * @throws Invalid if the tests cannot be run with this definition
     * @throws Unavailable if nobody can run them at the moment
     */
    List<Violation> failures(WorkflowContent draft, String authorization);
}
