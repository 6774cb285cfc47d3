package com.automatrix.platform.worker;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Requests in which only what a test is about is said. */
final class StepRequests {

    private StepRequests() {}

    static StepRequested toDo(String what) {
        return new StepRequested(
                new ExecutionId(UUID.randomUUID()),
                StepRunId.parse("classify"),
                1,
                "sample",
                Map.of("do", what),
                Instant.now().plus(Duration.ofMinutes(5)),
                "key-1",
                "correlation-1",
                new WorkflowId(UUID.randomUUID()),
                1,
                "classify",
                null);
    }

    static StepRequested ofType(String type) {
        var request = toDo("echo");
        return new StepRequested(
                request.executionId(),
                request.stepRunId(),
                request.attempt(),
                type,
                request.config(),
                request.deadline(),
                request.idempotencyKey(),
                request.correlationId(),
                request.workflowId(),
                1,
                request.nodeId(),
                null);
    }

    static StepRequested withDeadline(StepRequested request, Instant deadline) {
        return new StepRequested(
                request.executionId(),
                request.stepRunId(),
                request.attempt(),
                request.type(),
                request.config(),
                deadline,
                request.idempotencyKey(),
                request.correlationId(),
                request.workflowId(),
                1,
                request.nodeId(),
                null);
    }

    static StepRequested nextAttempt(StepRequested request, String what) {
        return new StepRequested(
                request.executionId(),
                request.stepRunId(),
                request.attempt() + 1,
                request.type(),
                Map.of("do", what),
                request.deadline(),
                request.idempotencyKey(),
                request.correlationId(),
                request.workflowId(),
                1,
                request.nodeId(),
                null);
    }
}
