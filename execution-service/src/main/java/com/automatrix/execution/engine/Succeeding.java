package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.steptype.StepType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a step's result, if it keeps to the limits and to the handles of its type. */
final class Succeeding {

    private Succeeding() {}

    /** Whether the result was taken; else the step has failed. */
    static boolean inEngine(Transition transition, CompiledNode node, EngineSteps.Result result) {
        StepError problem = SizeLimits.ofOutput(transition.state(), result.output());
        if (problem != null) {
            Failing.fail(transition, node, problem);
            return false;
        }
        transition.record((sequence, at) -> new ExecutionEvent.StepSucceeded(
                sequence,
                at,
                StepRunId.of(node.id()),
                node.id(),
                node.node().type(),
                1,
                result.output(),
                result.handles(),
                at,
                at,
                StepType.ENGINE,
                null,
                result.explanation()));
        return true;
    }

    static void onWorker(
            Transition transition, CompiledNode node, StepCompleted message, StepOutcome.Succeeded outcome) {
        List<String> handles = outcome.handles() == null
                ? List.of(Edge.OUT)
                : outcome.handles().stream().distinct().toList();
        StepError problem = problem(transition.state(), node, outcome, handles);
        if (problem != null) {
            Failing.fail(transition, node, problem, Failing.Source.of(message));
            return;
        }
        transition.record((sequence, at) -> new ExecutionEvent.StepSucceeded(
                sequence,
                at,
                message.stepRunId(),
                node.id(),
                node.node().type(),
                message.attempt(),
                outcome.output(),
                handles,
                message.startedAt(),
                message.finishedAt(),
                message.worker(),
                message.usage(),
                null));
    }

    private static @Nullable StepError problem(
            ExecutionState state, CompiledNode node, StepOutcome.Succeeded outcome, List<String> handles) {
        for (String handle : handles) {
            if (!node.handles().contains(handle) || handle.equals(Edge.ERROR)) {
                return StepError.permanent(
                        "step.unknown-handle",
                        "Expected step %s to fire one of its handles %s, but its worker fired \"%s\""
                                .formatted(
                                        node.id(),
                                        node.handles().stream().sorted().toList(),
                                        handle));
            }
        }
        return SizeLimits.ofOutput(state, outcome.output());
    }
}
