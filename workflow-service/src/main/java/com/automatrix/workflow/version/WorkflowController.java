package com.automatrix.workflow.version;

import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Drafts over HTTP. */
@RestController
@RequestMapping("/api/workflows")
class WorkflowController {

    private static final int LONGEST_KEY = 200;

    private final WorkflowService workflows;
    private final RepeatableCreationService creation;

    WorkflowController(WorkflowService workflows, RepeatableCreationService creation) {
        this.workflows = workflows;
        this.creation = creation;
    }

    @GetMapping
    @PreAuthorize("hasRole('VIEWER')")
    Page<WorkflowSummary> list(
            @RequestParam @Nullable String query,
            @RequestParam @Nullable WorkflowStatus status,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        return workflows.list(query, status, cursor, Limit.of(limit));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasRole('VIEWER')")
    ResponseEntity<WorkflowResponse> get(@PathVariable UUID id) {
        return tagged(workflows.get(id));
    }

    /** Makes a draft; what was exported, in JSON or YAML, is imported just so. */
    @PostMapping({"", "/import"})
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<WorkflowResponse> create(
            @Valid @RequestBody CreateWorkflowRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = LONGEST_KEY) @Nullable
                    String idempotencyKey,
            CurrentUser user) {
        WorkflowResponse created = creation.create(request, idempotencyKey, Author.of(user));
        return ResponseEntity.created(
                        URI.create("/api/workflows/" + created.summary().id()))
                .eTag(Revision.tag(created.summary().revision()))
                .body(created);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasRole('BUILDER')")
    ResponseEntity<WorkflowResponse> update(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody SaveWorkflowRequest request,
            CurrentUser user) {
        return tagged(workflows.update(id, Revision.expected(ifMatch), request, Author.of(user)));
    }

    @PostMapping("/validate")
    @PreAuthorize("hasRole('VIEWER')")
    ValidateResponse validate(@Valid @RequestBody ValidateRequest request) {
        return new ValidateResponse(workflows.validate(request.definition()));
    }

    static ResponseEntity<WorkflowResponse> tagged(WorkflowResponse workflow) {
        return ResponseEntity.ok()
                .eTag(Revision.tag(workflow.summary().revision()))
                .body(workflow);
    }
}
