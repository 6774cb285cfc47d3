package com.automatrix.execution.execution;

import com.automatrix.contracts.id.ExecutionId;

/** An execution that was accepted, and where to follow it. */
record StartedResponse(ExecutionId id, String status, String href) {

    static StartedResponse of(ExecutionId id, String status) {
        return new StartedResponse(id, status, href(id));
    }

    static String href(ExecutionId id) {
        return "/api/executions/" + id;
    }
}
