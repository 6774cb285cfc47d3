package com.automatrix.execution.execution;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.execution.ExecutionService.Asked;
import com.automatrix.execution.history.EndWatch;
import com.automatrix.execution.history.EndWatches;
import com.automatrix.execution.history.ExecutionDetail;
import com.automatrix.execution.history.ExecutionQueries;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Starts executions over HTTP. */
@RestController
@PreAuthorize("hasRole('OPERATOR')")
class ExecutionController {

    private static final String PREFERENCE_APPLIED = "Preference-Applied";
    private static final String PENDING = "PENDING";
    private static final int LONGEST_KEY = 200;

    private final ExecutionService executions;
    private final ExecutionQueries queries;
    private final EndWatches ends;
    private final ExecutionProperties properties;

    ExecutionController(
            ExecutionService executions, ExecutionQueries queries, EndWatches ends, ExecutionProperties properties) {
        this.executions = executions;
        this.queries = queries;
        this.ends = ends;
        this.properties = properties;
    }

    @PostMapping("/api/workflows/{workflowId}/execute")
    ResponseEntity<?> execute(
            @PathVariable UUID workflowId,
            @Valid @RequestBody StartExecutionRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Size(min = 1, max = LONGEST_KEY) @Nullable
                    String idempotencyKey,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            CurrentUser user)
            throws InterruptedException {
        Asked asked = new Asked(
                new WorkflowId(workflowId),
                request,
                idempotencyKey,
                TriggerRef.api(),
                user.id().toString());
        Optional<Preference> preference = Preference.read(prefer, properties.longestWait());
        ExecutionId id = executions.newId();
        if (preference.isEmpty()) {
            ExecutionId started = executions.start(id, asked);
            return started.equals(id) ? accepted(id, PENDING) : accepted(started);
        }
        try (EndWatch watch = ends.watch(id)) {
            ExecutionId started = executions.start(id, asked);
            if (started.equals(id)) {
                return answer(id, preference.get(), watch);
            }
            return answerOfEarlier(started, preference.get());
        }
    }

    /** An earlier request has started it, so it may have ended before anybody watched. */
    private ResponseEntity<?> answerOfEarlier(ExecutionId id, Preference preference) throws InterruptedException {
        try (EndWatch watch = ends.watch(id)) {
            return ended(id).isPresent()
                    ? answer(id, preference.withoutWaiting(), watch)
                    : answer(id, preference, watch);
        }
    }

    private ResponseEntity<?> answer(ExecutionId id, Preference preference, EndWatch watch)
            throws InterruptedException {
        watch.await(preference.atMost());
        // Looked up in any case: the end may have been missed while the broker was away.
        Optional<ExecutionDetail> ended = ended(id);
        if (ended.isEmpty()) {
            return accepted(id);
        }
        return ResponseEntity.ok()
                .location(URI.create(StartedResponse.href(id)))
                .header(PREFERENCE_APPLIED, preference.applied())
                .body(ended.get());
    }

    private Optional<ExecutionDetail> ended(ExecutionId id) {
        return queries.find(id).filter(detail -> detail.execution().hasEnded());
    }

    private ResponseEntity<StartedResponse> accepted(ExecutionId id) {
        return accepted(
                id, queries.find(id).map(detail -> detail.execution().status()).orElse(PENDING));
    }

    private static ResponseEntity<StartedResponse> accepted(ExecutionId id, String status) {
        StartedResponse started = StartedResponse.of(id, status);
        return ResponseEntity.accepted().location(URI.create(started.href())).body(started);
    }
}
