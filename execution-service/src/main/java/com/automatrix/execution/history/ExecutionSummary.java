package com.automatrix.execution.history;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What happened to an execution as a whole, for lists that follow all of them.
 *
 * @param status what the event says of it; null where it leaves it as it is
 */
record ExecutionSummary(
        String type,
        String executionId,
        String workflowId,
        @Nullable String workflowName,
        int workflowVersion,
        @Nullable String status,
        String correlationId,
        String at,
        @Nullable JsonNode error) {

    private static final Set<String> PAUSES = Set.of("execution.paused", "execution.resumed");

    /** Null for an event of a step. */
    static @Nullable ExecutionSummary of(JsonNode told, JsonNode event, @Nullable String workflowName) {
        String type = event.path("type").asString();
        String status = status(type);
        return status == null && !PAUSES.contains(type)
                ? null
                : new ExecutionSummary(
                        type,
                        told.path("executionId").asString(),
                        told.path("workflowId").asString(),
                        workflowName,
                        told.path("workflowVersion").asInt(),
                        status,
                        told.path("correlationId").asString(),
                        event.path("at").asString(),
                        event.get("error"));
    }

    private static @Nullable String status(String type) {
        return switch (type) {
            case "execution.started", "execution.running" -> "RUNNING";
            case "execution.waiting" -> "WAITING";
            case "execution.compensating" -> "COMPENSATING";
            case "execution.completed" -> "COMPLETED";
            case "execution.failed" -> "FAILED";
            case "execution.cancelled" -> "CANCELLED";
            default -> null;
        };
    }
}
