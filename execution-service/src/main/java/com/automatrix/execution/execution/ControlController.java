package com.automatrix.execution.execution;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cancels, pauses, resumes and re-runs executions over HTTP. */
@RestController
@RequestMapping("/api/executions/{id}")
@PreAuthorize("hasRole('OPERATOR')")
class ControlController {

    private final ControlService control;

    ControlController(ControlService control) {
        this.control = control;
    }

    @PostMapping("/cancel")
    ResponseEntity<StartedResponse> cancel(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable CancelExecutionRequest request,
            CurrentUser user) {
        return accepted(control.cancel(new ExecutionId(id), request == null ? null : request.reason(), user));
    }

    @PostMapping("/pause")
    ResponseEntity<StartedResponse> pause(@PathVariable UUID id, CurrentUser user) {
        return accepted(control.pause(new ExecutionId(id), user));
    }

    @PostMapping("/resume")
    ResponseEntity<StartedResponse> resume(@PathVariable UUID id, CurrentUser user) {
        return accepted(control.resume(new ExecutionId(id), user));
    }

    @PostMapping("/rerun")
    ResponseEntity<StartedResponse> rerun(
            @PathVariable UUID id,
            @Valid @RequestBody(required = false) @Nullable RerunExecutionRequest request,
            CurrentUser user) {
        return accepted(control.rerun(new ExecutionId(id), request == null ? null : request.fromNode(), user));
    }

    private static ResponseEntity<StartedResponse> accepted(StartedResponse execution) {
        return ResponseEntity.accepted().location(URI.create(execution.href())).body(execution);
    }
}
