package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Begins the attempts of a step: inside the engine at once, or by asking a worker. */
final class Attempts {

    private Attempts() {}

    static void begin(Transition transition, CompiledNode node) {
        StepRunId id = StepRunId.of(node.id());
        if (!EngineSteps.supports(node)) {
            started(transition, node, new Attempt(id, 1, null, null));
            Failing.fail(transition, node, unsupported(node));
            return;
        }
        Object input;
        try {
            input = transition.expressions().resolve(node.node().config(), Visible.to(node, transition));
        } catch (ExpressionFailed failed) {
            started(transition, node, new Attempt(id, 1, null, null));
            Failing.fail(transition, node, StepError.permanent(failed.code(), failed.getMessage()));
            return;
        }
        StepError tooLarge = SizeLimits.ofInput(input);
        if (tooLarge != null) {
            started(transition, node, new Attempt(id, 1, null, null));
            Failing.fail(transition, node, tooLarge);
        } else if (node.runsOnWorker()) {
            request(transition, node, new Attempt(id, 1, input, deadline(transition, node)));
        } else {
            started(transition, node, new Attempt(id, 1, input, null));
            EngineSteps.run(transition, node, object(input));
        }
    }

    /** Asks for the attempt that a retrying step run waits for, with the input of the first one. */
    static void again(Transition transition, CompiledNode node, StepRun run) {
        request(transition, node, new Attempt(run.id(), run.attempt(), run.input(), deadline(transition, node)));
    }

    private record Attempt(
            StepRunId id,
            int number,
            @Nullable Object input,
            @Nullable Instant deadline) {}

    private static Instant deadline(Transition transition, CompiledNode node) {
        Duration timeout = node.node().timeout();
        return Deadlines.after(transition.now(), timeout == null ? Deadlines.OF_ATTEMPT : timeout);
    }

    private static void started(Transition transition, CompiledNode node, Attempt attempt) {
        transition.record((sequence, at) -> new ExecutionEvent.StepStarted(
                sequence,
                at,
                attempt.id(),
                node.id(),
                node.node().type(),
                attempt.number(),
                attempt.input(),
                attempt.deadline()));
    }

    private static void request(Transition transition, CompiledNode node, Attempt attempt) {
        started(transition, node, attempt);
        ExecutionState state = transition.state();
        Instant deadline = attempt.deadline() == null ? transition.now() : attempt.deadline();
        transition.command(new EngineCommand.RequestStep(
                node.worker(),
                new StepRequested(
                        state.id(),
                        attempt.id(),
                        attempt.number(),
                        node.node().type(),
                        object(attempt.input()),
                        deadline,
                        state.id() + "/" + attempt.id(),
                        state.correlationId(),
                        state.workflowId(),
                        state.workflowVersion(),
                        node.id(),
                        null)));
        transition.command(new EngineCommand.SetTimer(TimerKey.stepTimeout(attempt.id(), attempt.number()), deadline));
    }

    private static StepError unsupported(CompiledNode node) {
        return StepError.permanent(
                "step.unsupported-type",
                "Expected a step type that can be executed, but step %s is a %s"
                        .formatted(node.id(), node.node().type()));
    }

    private static Map<String, Object> object(@Nullable Object tree) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
        return object;
    }
}
