package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.steptype.StepType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a step's result, if it keeps to the limits and to the handles of its type. */
final class Succeeding {

    private Succeeding() {}

    /** Whether the result was taken; else the step has failed. */
    static boolean inEngine(Transition transition, Place place, EngineSteps.Result result) {
        StepError problem =
                place.node().isContainer() ? null : SizeLimits.ofOutput(transition.state(), result.output());
        if (problem != null) {
            Failing.fail(transition, place, problem);
            return false;
        }
        transition.record((sequence, at) -> new ExecutionEvent.StepSucceeded(
                sequence,
                at,
                place.id(),
                place.nodeId(),
                place.type(),
                1,
                result.output(),
                result.handles(),
                startedAt(transition, place),
                at,
                StepType.ENGINE,
                null,
                result.explanation()));
        Compensating.note(transition, place);
        return true;
    }

    static void onWorker(Transition transition, Place place, StepCompleted message, StepOutcome.Succeeded outcome) {
        List<String> handles = outcome.handles() == null
                ? List.of(Edge.OUT)
                : outcome.handles().stream().distinct().toList();
        StepError problem = problem(transition.state(), place.node(), outcome, handles);
        if (problem != null) {
            Failing.fail(transition, place, problem, Failing.Source.of(message));
            return;
        }
        succeed(transition, place, message, new EngineSteps.Result(outcome.output(), handles, null));
        Compensating.note(transition, place);
    }

    /** An agent's turn that asks for tools. */
    static void onTurn(Transition transition, Place place, StepCompleted message, StepOutcome.Continue outcome) {
        Map<String, @Nullable Object> output = AgentTurn.output(outcome);
        StepError problem = AgentTurn.problem(place, outcome);
        problem = problem == null ? SizeLimits.ofOutput(transition.state(), output) : problem;
        if (problem != null) {
            Failing.fail(transition, place, problem, Failing.Source.of(message));
            return;
        }
        succeed(transition, place, message, new EngineSteps.Result(output, List.of(AgentTurn.CONTINUE), null));
    }

    private static void succeed(Transition transition, Place place, StepCompleted message, EngineSteps.Result result) {
        transition.record((sequence, at) -> new ExecutionEvent.StepSucceeded(
                sequence,
                at,
                message.stepRunId(),
                place.nodeId(),
                place.type(),
                message.attempt(),
                result.output(),
                result.handles(),
                message.startedAt(),
                message.finishedAt(),
                message.worker(),
                message.usage(),
                null));
    }

    private static Instant startedAt(Transition transition, Place place) {
        Instant startedAt = transition.state().known(place.id()).startedAt();
        return startedAt == null ? transition.now() : startedAt;
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
