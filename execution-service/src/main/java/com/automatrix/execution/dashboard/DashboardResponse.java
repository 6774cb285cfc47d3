package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard; times are in milliseconds, costs in US dollars.
 *
 * @param before the totals of the range of the same length before
 * @param parts each hour or day of the range, also those in which nothing happened
 */
record DashboardResponse(
        Instant from,
        Instant to,
        ZoneId zone,
        Range.Bucket bucket,
        Totals totals,
        Totals before,
        List<Part> parts,
        List<WorkflowLine> workflows,
        List<StepLine> slowestSteps,
        List<StepLine> failingSteps,
        List<ModelLine> models,
        List<ErrorGroup> errors) {

    DashboardResponse {
        parts = List.copyOf(parts);
        workflows = List.copyOf(workflows);
        slowestSteps = List.copyOf(slowestSteps);
        failingSteps = List.copyOf(failingSteps);
        models = List.copyOf(models);
        errors = List.copyOf(errors);
    }

    /** How many executions ended, by how. */
    record Ended(long completed, long failed, long cancelled) {

        static final Ended NONE = new Ended(0, 0, 0);
    }

    /** Within which time half of the executions ended, and 95 of 100; null if none did. */
    record Took(
            @JsonInclude @Nullable Long p50Ms,
            @JsonInclude @Nullable Long p95Ms) {

        static Took of(Durations durations) {
            return new Took(durations.percentile(0.5), durations.percentile(0.95));
        }
    }

    /** How long executions had waited when they began; null if none did. */
    record Queue(
            @JsonInclude @Nullable Long averageMs,
            @JsonInclude @Nullable Long maxMs) {

        static final Queue NONE = new Queue(null, null);
    }

    /**
     * How leads were answered.
     *
     * @param received leads that began an execution
     * @param answered those that got a message, or for which a person has done a task
     * @param medianMs from the lead to the first of these
     */
    record Leads(
            long received,
            long answered,
            @JsonInclude @Nullable Long medianMs) {}

    /** What AI steps used. */
    record ModelUse(long calls, long promptTokens, long completionTokens, BigDecimal cost) {

        static final ModelUse NONE = new ModelUse(0, 0, 0, BigDecimal.ZERO);

        ModelUse and(ModelUse other) {
            return new ModelUse(
                    calls + other.calls,
                    promptTokens + other.promptTokens,
                    completionTokens + other.completionTokens,
                    cost.add(other.cost));
        }
    }

    record Totals(Ended ended, Took took, Queue queue, Leads leads, ModelUse models) {}

    record Part(Instant at, Instant end, Ended ended, Took took, Queue queue) {}

    /** @param name null if it was never published here */
    record WorkflowLine(WorkflowId id, @Nullable String name, Ended ended, Took took, long maxMs) {}

    record StepLine(
            WorkflowId workflowId,
            @Nullable String workflowName,
            String nodeId,
            @Nullable String nodeName,
            long attempts,
            long failed,
            long averageMs,
            long maxMs) {}

    record ModelLine(WorkflowId workflowId, @Nullable String workflowName, String model, ModelUse use) {}

    /**
     * Executions that failed for one cause: at the same step of a workflow with the same code.
     *
     * @param message what the last of them said
     */
    record ErrorGroup(
            WorkflowId workflowId,
            String workflowName,
            @Nullable String nodeId,
            @Nullable String nodeName,
            String code,
            String message,
            long count,
            Instant firstSeen,
            Instant lastSeen,
            ExecutionId lastExecutionId) {}
}
