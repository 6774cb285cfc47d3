package com.automatrix.workflow.testing;

import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.problem.Conflict;
import com.automatrix.platform.problem.Invalid;
import com.automatrix.platform.problem.NotFound;
import com.automatrix.platform.problem.TooLarge;
import com.automatrix.platform.problem.Violation;
import com.automatrix.platform.time.Ids;
import com.automatrix.workflow.version.Workflows;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the tests of workflows. Whoever changes one holds the workflow, so that names stay unique and limits hold. */
@Service
public class TestCaseService {

    private static final String SUBJECT = "workflow";
    private static final String NAME_TAKEN = "workflow.test-name-taken";

    /** As many as one request to run them takes. */
    private static final int MOST = 200;

    private static final int MOST_BYTES = 1024 * 1024;

    private final TestCaseRepository tests;
    private final Workflows workflows;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;

    TestCaseService(TestCaseRepository tests, Workflows workflows, Audit audit, Ids ids, InstantSource clock) {
        this.tests = tests;
        this.workflows = workflows;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The tests of a workflow, in the order in which they were made.
     *
     * @throws NotFound if there is no such workflow
     */
    @Transactional(readOnly = true)
    public List<WorkflowTest> list(UUID workflowId) {
        workflows.requireExisting(workflowId);
        return tests.findByWorkflowIdOrderById(workflowId).stream()
                .map(TestCaseEntity::asTest)
                .toList();
    }

    @Transactional(readOnly = true)
    int count(UUID workflowId) {
        return tests.countByWorkflowId(workflowId);
    }

    @Transactional
    WorkflowTest add(UUID workflowId, Map<String, Object> testCase, String author) {
        workflows.lock(workflowId);
        TestContent content = checked(testCase);
        requireRoom(content, tests.findByWorkflowIdOrderById(workflowId));
        TestCaseEntity test = tests.save(new TestCaseEntity(ids.next(), workflowId, content, author, now()));
        audit.record("workflow.test-added", SUBJECT, workflowId.toString(), null, TestAudit.of(test));
        return test.asTest();
    }

    /** Adds all tests to a workflow that has none. */
    @Transactional(propagation = Propagation.MANDATORY)
    void addAll(UUID workflowId, List<Map<String, Object>> testCases, String author) {
        refuse(violations(testCases));
        List<TestCaseEntity> added = new ArrayList<>();
        for (Map<String, Object> testCase : testCases) {
            TestContent content = TestContent.of(testCase);
            requireRoom(content, added);
            added.add(tests.save(new TestCaseEntity(ids.next(), workflowId, content, author, now())));
        }
    }

    @Transactional
    WorkflowTest replace(UUID workflowId, UUID id, Map<String, Object> testCase, String author) {
        workflows.lock(workflowId);
        TestContent content = checked(testCase);
        List<TestCaseEntity> others = new ArrayList<>(tests.findByWorkflowIdOrderById(workflowId));
        TestCaseEntity test = find(workflowId, id, others);
        others.remove(test);
        requireRoom(content, others);
        TestAudit before = TestAudit.of(test);
        test.edit(content, author, now());
        audit.record("workflow.test-changed", SUBJECT, workflowId.toString(), before, TestAudit.of(test));
        return test.asTest();
    }

    @Transactional
    void remove(UUID workflowId, UUID id) {
        workflows.lock(workflowId);
        TestCaseEntity test = find(workflowId, id, tests.findByWorkflowIdOrderById(workflowId));
        audit.record("workflow.test-removed", SUBJECT, workflowId.toString(), TestAudit.of(test), null);
        tests.delete(test);
    }

    private static TestContent checked(Map<String, Object> testCase) {
        refuse(TestContent.violations(testCase, ""));
        return TestContent.of(testCase);
    }

    private static List<Violation> violations(List<Map<String, Object>> testCases) {
        List<Violation> violations = new ArrayList<>();
        Set<Object> names = new HashSet<>();
        for (int index = 0; index < testCases.size(); index++) {
            Map<String, Object> testCase = testCases.get(index);
            violations.addAll(TestContent.violations(testCase, "/tests/" + index));
            if (testCase.get("name") instanceof String name && !names.add(name)) {
                violations.add(new Violation("/tests/" + index + "/name", NAME_TAKEN, nameTaken(name)));
            }
        }
        return violations;
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new Invalid(
                    "workflow.invalid-test",
                    "Expected tests that fit their description, but %d places do not.".formatted(violations.size()),
                    violations);
        }
    }

    private static TestCaseEntity find(UUID workflowId, UUID id, List<TestCaseEntity> all) {
        return all.stream()
                .filter(test -> test.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "workflow.test-not-found",
                        "Expected workflow %s to have a test %s, but it has none.".formatted(workflowId, id)));
    }

    private static void requireRoom(TestContent content, List<TestCaseEntity> others) {
        if (others.stream().anyMatch(other -> other.name().equals(content.name()))) {
            throw new Conflict(NAME_TAKEN, nameTaken(content.name()));
        }
        if (others.size() >= MOST) {
            throw new Conflict(
                    "workflow.too-many-tests",
                    "Expected a workflow to have at most %d tests, but there would be more.".formatted(MOST));
        }
        long bytes = content.size()
                + others.stream().mapToLong(other -> other.content().size()).sum();
        if (bytes > MOST_BYTES) {
            throw new TooLarge(
                    "workflow.tests-too-large",
                    "Expected the tests of a workflow to take at most %d bytes together, but they would take %d."
                            .formatted(MOST_BYTES, bytes));
        }
    }

    private static String nameTaken(String name) {
        return "Expected each test of the workflow to have a name of its own, but another one is called \"%s\"."
                .formatted(name);
    }

    /** The table keeps microseconds; an answer must not show more than will be read again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
