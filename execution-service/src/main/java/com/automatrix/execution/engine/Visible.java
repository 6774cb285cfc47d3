package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.message.StepError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of a node can see. Only upstream steps are visible, so that the order in which parallel branches
 * finish makes no difference; what is inside a container is visible only there.
 */
final class Visible {

    private static final String STEPS = "steps";

    private Visible() {}

    static Scope to(Place place, Transition transition) {
        Map<String, @Nullable Object> values = common(transition);
        values.put(STEPS, steps(place, transition));
        items(place.container(), place.path(), transition.state(), values);
        return new Scope(values, transition.now());
    }

    /** What a step that has just given that output could see, and the output itself. */
    static Scope with(Place place, @Nullable Object output, Transition transition) {
        Map<String, @Nullable Object> values = common(transition);
        Map<String, Object> steps = steps(place, transition);
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("output", output);
        steps.put(place.nodeId(), result);
        values.put(STEPS, steps);
        items(place.container(), place.path(), transition.state(), values);
        return new Scope(values, transition.now());
    }

    /** What a container's own expressions can see once its steps, in that iteration, are decided. */
    static Scope inside(Place container, List<Integer> path, Transition transition) {
        Map<String, @Nullable Object> values = common(transition);
        Map<String, Object> steps = steps(container, transition);
        for (CompiledNode node :
                transition.workflow().inside(container.nodeId()).nodes()) {
            result(new Place(node, path), transition.state(), steps);
        }
        values.put(STEPS, steps);
        items(container, path, transition.state(), values);
        return new Scope(values, transition.now());
    }

    private static Map<String, @Nullable Object> common(Transition transition) {
        ExecutionState state = transition.state();
        CompiledWorkflow workflow = transition.workflow();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("input", state.input());
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
        return values;
    }

    private static Map<String, Object> steps(Place place, Transition transition) {
        List<Place> levels = new ArrayList<>();
        for (Place level = place; level != null; level = level.container()) {
            levels.addFirst(level);
        }
        Map<String, Object> steps = new LinkedHashMap<>();
        for (Place level : levels) {
            for (CompiledNode other : transition.workflow().beside(level.node()).nodes()) {
                if (level.node().upstream().contains(other.id())) {
                    result(new Place(other, level.path()), transition.state(), steps);
                }
            }
        }
        return steps;
    }

    private static void result(Place place, ExecutionState state, Map<String, Object> steps) {
        StepRun run = state.step(place.id());
        if (run == null) {
            return;
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        if (run.status() == StepStatus.FAILED && run.error() != null) {
            result.put("error", error(run.error()));
        }
        // What failed and goes on all the same has fired "out": its output is null, not missing.
        if (run.status() == StepStatus.COMPLETED || (run.status() == StepStatus.FAILED && run.hasFired(Edge.OUT))) {
            result.put("output", run.output());
        }
        if (!result.isEmpty()) {
            steps.put(place.nodeId(), result);
        }
    }

    /** The item and the index of the innermost loops around the path. */
    private static void items(
            @Nullable Place container, List<Integer> path, ExecutionState state, Map<String, @Nullable Object> values) {
        for (Place around = container; around != null; around = around.container()) {
            if (!around.node().isLoop()) {
                continue;
            }
            int index = path.get(around.node().depth());
            values.putIfAbsent("index", index);
            StepRun run = state.step(around.id());
            if (run != null && around.type().equals(CompiledNode.FOREACH) && !values.containsKey("item")) {
                values.put("item", Foreach.items(run).get(index));
            }
        }
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
