package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.message.StepError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The step types that the engine evaluates itself, in the same decision that reaches them. */
final class EngineSteps {

    private static final String DEFAULT = "default";

    private EngineSteps() {}

    static boolean supports(CompiledNode node) {
        if (node.type() == null || !node.type().available()) {
            return false;
        }
        return switch (node.node().type()) {
            case CompiledNode.FOREACH, CompiledNode.REPEAT, CompiledNode.RACE, CompiledNode.SCOPE -> true;
            case "flow.if",
                    "flow.switch",
                    "flow.wait",
                    EventWaits.TYPE,
                    Calls.TYPE,
                    People.TASK,
                    People.APPROVAL,
                    "flow.end",
                    "flow.fail",
                    "data.transform",
                    BusinessHours.TYPE,
                    Validating.TYPE -> true;
            default -> node.runsOnWorker() || node.isAgent();
        };
    }

    /** @param config with its expressions evaluated */
    static void run(Transition transition, Place place, Map<String, Object> config) {
        switch (place.type()) {
            case CompiledNode.FOREACH, CompiledNode.REPEAT, CompiledNode.RACE, CompiledNode.SCOPE, CompiledNode.AGENT ->
                Containers.begin(transition, place);
            case EventWaits.TYPE -> EventWaits.begin(transition, place, config);
            case Calls.TYPE -> Calls.begin(transition, place, config);
            case People.TASK, People.APPROVAL -> People.begin(transition, place, config);
            case "flow.wait" -> Waits.begin(transition, place, config);
            case BusinessHours.TYPE -> BusinessHours.look(transition, place, config);
            case "flow.if" -> decideIf(transition, place, config);
            case "flow.switch" -> decideSwitch(transition, place, config);
            case Validating.TYPE -> Validating.validate(transition, place, config);
            case "flow.end" -> end(transition, place, config);
            case "flow.fail" -> Failing.fail(transition, place, reason(config));
            default -> Succeeding.inEngine(transition, place, new Result(config.get("value"), List.of(Edge.OUT), null));
        }
    }

    /** What an engine's step came to. */
    record Result(
            @Nullable Object output,
            List<String> handles,
            @Nullable Object explanation) {}

    private static void decideIf(Transition transition, Place place, Map<String, Object> config) {
        Object value = config.get("condition");
        boolean holds = transition.expressions().isTrue(value);
        Object explanation = explanation(place.node().node().config().get("condition"), value, holds);
        Succeeding.inEngine(
                transition, place, new Result(Map.of("result", holds), List.of(String.valueOf(holds)), explanation));
    }

    private static void decideSwitch(Transition transition, Place place, Map<String, Object> config) {
        List<?> written = list(place.node().node().config().get("cases"));
        List<?> evaluated = list(config.get("cases"));
        List<String> handles = new ArrayList<>();
        List<Object> explanations = new ArrayList<>();
        for (int i = 0; i < evaluated.size(); i++) {
            String handle = String.valueOf(field(written.get(i), "handle"));
            Object value = field(evaluated.get(i), "when");
            boolean holds = transition.expressions().isTrue(value);
            if (holds && !handles.contains(handle)) {
                handles.add(handle);
            }
            Map<String, @Nullable Object> explanation = explanation(field(written.get(i), "when"), value, holds);
            explanation.put("handle", handle);
            explanations.add(explanation);
        }
        List<String> fired = handles.isEmpty() ? List.of(DEFAULT) : handles;
        Succeeding.inEngine(transition, place, new Result(Map.of("handles", fired), fired, explanations));
    }

    private static void end(Transition transition, Place place, Map<String, Object> config) {
        Object output = config.get("output");
        boolean isDone = Succeeding.inEngine(transition, place, new Result(output, List.of(), null));
        if (isDone) {
            Ending.complete(
                    transition,
                    config.containsKey("output")
                            ? output
                            : Ending.outputOfTerminalNodes(
                                    transition, transition.workflow().top(), List.of()));
        }
    }

    private static StepError reason(Map<String, Object> config) {
        Object code = config.get("code");
        Object message = config.get("message");
        return StepError.permanent(
                code == null ? "flow.fail" : code.toString(),
                message == null ? "The workflow failed the execution" : message.toString());
    }

    private static Map<String, @Nullable Object> explanation(
            @Nullable Object expression, @Nullable Object value, boolean holds) {
        Map<String, @Nullable Object> explanation = new LinkedHashMap<>();
        explanation.put("expression", expression);
        // A large value is in the step's input already.
        if (!(value instanceof Map) && !(value instanceof List)) {
            explanation.put("value", value);
        }
        explanation.put("holds", holds);
        return explanation;
    }

    private static List<?> list(@Nullable Object tree) {
        return tree instanceof List<?> list ? list : List.of();
    }

    static @Nullable Object field(@Nullable Object tree, String name) {
        return tree instanceof Map<?, ?> object ? object.get(name) : null;
    }
}
