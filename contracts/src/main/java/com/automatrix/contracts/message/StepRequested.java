package com.automatrix.contracts.message;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.JsonTree;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine asks a worker for one attempt of a step. Key: the execution id.
 *
 * @param attempt counted from 1
 * @param config the step's config with its expressions resolved; secrets are still references
 * @param deadline when the engine gives the attempt up
 * @param idempotencyKey the same for every attempt of a step run, for the outside world to tell a repeat
 * @param state what the worker returned with {@link StepOutcome.Continue}, on the turn after it
 */
public record StepRequested(
        ExecutionId executionId,
        StepRunId stepRunId,
        int attempt,
        String type,
        Map<String, Object> config,
        Instant deadline,
        String idempotencyKey,
        String correlationId,
        WorkflowId workflowId,
        int workflowVersion,
        String nodeId,
        @Nullable Object state) {

    public StepRequested {
        config = JsonTree.object(config);
    }
}
