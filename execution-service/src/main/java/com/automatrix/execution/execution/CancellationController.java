package com.automatrix.execution.execution;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.platform.security.CurrentUser;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cancels all executions of a workflow over HTTP. */
@RestController
@RequestMapping("/api/executions/cancellations")
@PreAuthorize("hasRole('OPERATOR')")
class CancellationController {

    private final ControlService control;

    CancellationController(ControlService control) {
        this.control = control;
    }

    /** How many will be cancelled. */
    record Cancelled(int cancelled) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Cancelled cancel(@Valid @RequestBody CancelExecutionsRequest request, CurrentUser user) {
        return new Cancelled(control.cancelAll(new WorkflowId(request.workflowId()), request.reason(), user));
    }
}
