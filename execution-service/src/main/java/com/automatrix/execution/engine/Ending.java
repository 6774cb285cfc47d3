package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends an execution; nothing follows but what undoes its steps. */
final class Ending {

    private Ending() {}

    static void complete(Transition transition, @Nullable Object output) {
        Cancelling.cancelUndecided(transition);
        Cancelling.cancelCompensations(transition);
        transition.record((sequence, at) -> new ExecutionEvent.Completed(sequence, at, output));
        clearTimeout(transition);
    }

    static void fail(Transition transition, ExecutionError error) {
        Cancelling.cancelUndecided(transition);
        Compensating.begin(transition, new PendingEnd(error, null, null));
    }

    static void clearTimeout(Transition transition) {
        if (transition.state().deadline() != null) {
            transition.command(new EngineCommand.ClearTimer(TimerKey.executionTimeout()));
        }
    }

    /** The outputs of the completed steps that nothing follows, by their ids. */
    static Map<String, @Nullable Object> outputOfTerminalNodes(
            Transition transition, CompiledGraph graph, List<Integer> path) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        for (CompiledNode node : graph.nodes()) {
            StepRun run = transition.state().step(new Place(node, path).id());
            boolean isEnd = node.node().type().equals("flow.end");
            if (node.isTerminal() && !isEnd && run != null && run.status() == StepStatus.COMPLETED) {
                outputs.put(node.id(), run.output());
            }
        }
        return outputs;
    }
}
