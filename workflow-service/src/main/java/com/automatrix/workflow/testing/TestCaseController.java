package com.automatrix.workflow.testing;

import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tests over HTTP. A body of one is its test case. */
@RestController
@RequestMapping("/api/workflows/{workflowId}")
class TestCaseController {

    private final TestCaseService tests;
    private final TestRuns runs;

    TestCaseController(TestCaseService tests, TestRuns runs) {
        this.tests = tests;
        this.runs = runs;
    }

    @GetMapping("/tests")
    @PreAuthorize("hasRole('VIEWER')")
    Page<WorkflowTest> list(@PathVariable UUID workflowId) {
        return Page.of(tests.list(workflowId));
    }

    @PostMapping("/tests")
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<WorkflowTest> add(
            @PathVariable UUID workflowId, @RequestBody Map<String, Object> testCase, CurrentUser user) {
        return created(workflowId, tests.add(workflowId, testCase, user.name()));
    }

    @PostMapping("/tests/from-execution")
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<WorkflowTest> record(
            @PathVariable UUID workflowId,
            @Valid @RequestBody FromExecutionRequest request,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
            CurrentUser user) {
        return created(workflowId, runs.record(workflowId, request, new TestAuthor(user.name(), authorization)));
    }

    @PutMapping("/tests/{id}")
    @PreAuthorize("hasRole('BUILDER')")
    WorkflowTest replace(
            @PathVariable UUID workflowId,
            @PathVariable UUID id,
            @RequestBody Map<String, Object> testCase,
            CurrentUser user) {
        return tests.replace(workflowId, id, testCase, user.name());
    }

    @DeleteMapping("/tests/{id}")
    @PreAuthorize("hasRole('BUILDER')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID workflowId, @PathVariable UUID id) {
        tests.remove(workflowId, id);
    }

    @PostMapping("/test")
    @PreAuthorize("hasRole('BUILDER')")
    TestResults run(
            @PathVariable UUID workflowId,
            @Valid @RequestBody(required = false) @Nullable RunTestsRequest request,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return runs.run(workflowId, request == null ? RunTestsRequest.ALL : request, authorization);
    }

    private static ResponseEntity<WorkflowTest> created(UUID workflowId, WorkflowTest test) {
        return ResponseEntity.created(URI.create("/api/workflows/%s/tests/%s".formatted(workflowId, test.id())))
                .body(test);
    }
}
