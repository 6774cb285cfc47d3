package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.TriggerRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One execution in a list.
 *
 * @param paused whether it goes on no further until it is resumed
 * @param calledBy the step run of another execution that waits for its end
 * @param rerunOf the execution that it runs again, and the node from which; null is from the top
 */
public record ExecutionResponse(
        ExecutionId id,
        WorkflowId workflowId,
        String workflowName,
        int workflowVersion,
        String status,
        TriggerRef trigger,
        String correlationId,
        Instant startedAt,
        @JsonInclude @Nullable Instant finishedAt,
        @JsonInclude @Nullable Long durationMs,
        boolean paused,
        @Nullable ExecutionLink calledBy,
        @Nullable ExecutionLink rerunOf,
        @Nullable ExecutionError error,
        @Nullable Map<String, String> businessKeys) {

    public ExecutionResponse {
        businessKeys = businessKeys == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(businessKeys));
    }

    /** Whether nothing more will happen to it. */
    public boolean hasEnded() {
        return finishedAt != null;
    }
}
