package com.automatrix.workflow.testing;

import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.Violation;
import com.automatrix.workflow.version.WorkflowContent;
import com.automatrix.workflow.version.WorkflowTests;
import com.automatrix.workflow.version.Workflows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Runs the tests of workflows, and makes new ones of executions. Calls out, so it is never inside a transaction. */
@Component
class TestRuns implements WorkflowTests {

    private final TestCaseService tests;
    private final Workflows workflows;
    private final Simulations simulations;

    TestRuns(TestCaseService tests, Workflows workflows, Simulations simulations) {
        this.tests = tests;
        this.workflows = workflows;
        this.simulations = simulations;
    }

    TestResults run(UUID workflowId, RunTestsRequest request, String authorization) {
        WorkflowContent draft = workflows.content(workflowId, null);
        List<WorkflowTest> all = tests.list(workflowId);
        return run(
                draft.name(),
                Objects.requireNonNullElse(request.definition(), draft.definition()),
                request.tests() == null ? all : chosen(request.tests(), all),
                authorization);
    }

    /** Adds a test that expects what happened in an execution of the workflow. */
    WorkflowTest record(UUID workflowId, FromExecutionRequest request, TestAuthor author) {
        workflows.requireExisting(workflowId);
        String itsWorkflow = simulations.workflowOf(request.executionId(), author.authorization());
        if (!workflowId.toString().equals(itsWorkflow)) {
            String message = "Expected an execution of workflow %s, but %s is one of workflow %s."
                    .formatted(workflowId, request.executionId(), itsWorkflow);
            throw new Invalid(
                    "workflow.foreign-execution",
                    message,
                    List.of(new Violation("/executionId", "workflow.foreign-execution", message)));
        }
        Map<String, Object> testCase =
                new LinkedHashMap<>(simulations.testCaseOf(request.executionId(), author.authorization()));
        if (request.name() != null) {
            testCase.put("name", request.name());
        }
        return tests.add(workflowId, testCase, author.name());
    }

    @Override
    public void add(UUID workflowId, List<Map<String, Object>> testCases, String author) {
        tests.addAll(workflowId, testCases, author);
    }

    @Override
    public int count(UUID workflowId) {
        return tests.count(workflowId);
    }

    @Override
    public List<Violation> failures(WorkflowContent draft, String authorization) {
        List<TestResult> results = run(draft.name(), draft.definition(), tests.list(draft.id()), authorization)
                .results();
        List<Violation> failures = new ArrayList<>();
        for (int index = 0; index < results.size(); index++) {
            TestResult result = results.get(index);
            if (!result.passed()) {
                failures.add(new Violation("/tests/" + index, "workflow.test-failed", result.complaint()));
            }
        }
        return failures;
    }

    private TestResults run(
            String name, Map<String, Object> definition, List<WorkflowTest> chosen, String authorization) {
        if (chosen.isEmpty()) {
            return TestResults.NONE;
        }
        List<Map<String, Object>> cases =
                chosen.stream().map(WorkflowTest::test).toList();
        return simulations.run(new Simulations.Request(name, definition, cases), authorization);
    }

    private static List<WorkflowTest> chosen(List<UUID> ids, List<WorkflowTest> all) {
        List<Violation> unknown = new ArrayList<>();
        List<WorkflowTest> chosen = new ArrayList<>();
        for (int index = 0; index < ids.size(); index++) {
            UUID id = ids.get(index);
            int before = chosen.size();
            all.stream().filter(test -> test.id().equals(id)).forEach(chosen::add);
            if (chosen.size() == before) {
                unknown.add(new Violation(
                        "/tests/" + index,
                        "workflow.unknown-test",
                        "Expected a test of the workflow, but it has no test %s.".formatted(id)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new Invalid(
                    "workflow.unknown-test",
                    "Expected tests of the workflow, but %d of them are none.".formatted(unknown.size()),
                    unknown);
        }
        return chosen;
    }
}
