package com.automatrix.execution.engine;

import com.automatrix.contracts.message.StepError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a node can see. Only upstream steps are visible, so that the order in which parallel branches
 * finish makes no difference.
 */
final class Visible {

    private Visible() {}

    static Scope to(CompiledNode node, Transition transition) {
        ExecutionState state = transition.state();
        CompiledWorkflow workflow = transition.workflow();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("input", state.input());
        values.put("steps", steps(node, workflow, state));
        values.put(
                "workflow",
                Map.of("id", workflow.id().toString(), "name", workflow.name(), "version", workflow.version()));
        values.put(
                "execution",
                Map.of(
                        "id", state.id().toString(),
                        "startedAt", state.startedAt().toString(),
                        "correlationId", state.correlationId()));
        values.put("vars", transition.circumstances().vars());
        return new Scope(values, transition.now());
    }

    private static Map<String, Object> steps(CompiledNode node, CompiledWorkflow workflow, ExecutionState state) {
        Map<String, Object> steps = new LinkedHashMap<>();
        for (CompiledNode other : workflow.nodes()) {
            String id = other.id();
            StepRun run = node.upstream().contains(id) ? state.step(id) : null;
            if (run != null && run.status() == StepStatus.COMPLETED) {
                Map<String, @Nullable Object> result = new LinkedHashMap<>();
                result.put("output", run.output());
                steps.put(id, result);
            } else if (run != null && run.status() == StepStatus.FAILED && run.error() != null) {
                steps.put(id, Map.of("error", error(run.error())));
            }
        }
        return steps;
    }

    private static Map<String, @Nullable Object> error(StepError error) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("code", error.code());
        fields.put("message", error.message());
        fields.put("retryable", error.retryable());
        fields.put("details", error.details());
        return fields;
    }
}
