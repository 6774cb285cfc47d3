package com.automatrix.contracts.message;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import java.util.List;

/** What happened to one execution in one batch of the engine, in order. Key: the execution id. */
public record ExecutionEvents(
        ExecutionId executionId,
        WorkflowId workflowId,
        int workflowVersion,
        String correlationId,
        List<ExecutionEvent> events) {

    public ExecutionEvents {
        events = List.copyOf(events);
    }
}
