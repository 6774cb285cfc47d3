package com.automatrix.execution.engine;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.ToolCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes to the worker of an agent with each turn, and what comes back when the turn asks for tools. */
final class AgentTurn {

    /** The handle that a turn fires which is not the last; no edge can hang on it. */
    static final String CONTINUE = "continue";

    static final String STATE = "state";
    static final String RESULTS = "results";

    private static final int MOST_CALLS = 16;

    private AgentTurn() {}

    /** What a turn is begun with: the worker's state of the turn before, and what its calls came to. */
    static Map<String, Object> input(@Nullable Object state, List<Map<String, Object>> results) {
        Map<String, Object> input = new LinkedHashMap<>();
        if (state != null) {
            input.put(STATE, state);
        }
        input.put(RESULTS, results);
        return input;
    }

    /** The agent's own config, with its expressions resolved when it began. */
    static Map<String, Object> config(Transition transition, Place turn) {
        return Attempts.object(agent(transition, turn).input());
    }

    /** What the turn was begun with, its number from 1, and the tools that it may ask for. */
    static Map<String, Object> state(Transition transition, Place turn, Map<String, Object> input) {
        Map<String, Object> state = new LinkedHashMap<>(input);
        state.put("turn", turn.iteration() + 1);
        state.put("tools", AgentTools.described(transition, turn));
        return state;
    }

    static Map<String, @Nullable Object> output(StepOutcome.Continue outcome) {
        Map<String, @Nullable Object> output = new LinkedHashMap<>();
        List<Map<String, Object>> calls = new ArrayList<>();
        for (ToolCall call : outcome.calls()) {
            calls.add(Map.of("id", call.id(), "type", call.type(), "config", call.config()));
        }
        output.put("calls", calls);
        output.put(STATE, outcome.state());
        return output;
    }

    /** The calls in the output of a turn that is not the last. */
    static List<ToolCall> calls(@Nullable Object output) {
        List<ToolCall> calls = new ArrayList<>();
        if (EngineSteps.field(output, "calls") instanceof List<?> list) {
            for (Object call : list) {
                calls.add(new ToolCall(
                        String.valueOf(EngineSteps.field(call, "id")),
                        String.valueOf(EngineSteps.field(call, "type")),
                        Attempts.object(EngineSteps.field(call, "config"))));
            }
        }
        return calls;
    }

    static @Nullable StepError problem(Place turn, StepOutcome.Continue outcome) {
        int calls = outcome.calls().size();
        return calls <= MOST_CALLS
                ? null
                : StepError.permanent(
                        "ai.too-many-calls",
                        "Expected step %s to ask for at most %d tools at once, but it asked for %d"
                                .formatted(turn.nodeId(), MOST_CALLS, calls));
    }

    private static StepRun agent(Transition transition, Place turn) {
        Place agent = turn.container();
        if (agent == null) {
            throw new IllegalArgumentException("Expected an agent around " + turn.id());
        }
        return transition.state().known(agent.id());
    }
}
