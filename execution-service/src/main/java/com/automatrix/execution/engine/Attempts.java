package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins the attempts of a step: inside the engine at once, or by asking a worker. */
final class Attempts {

    /** Parts of a config that are evaluated only once the steps inside are decided. */
    private static final Map<String, Set<String>> LATE = Map.of(
            CompiledNode.FOREACH, Set.of("output"),
            CompiledNode.REPEAT, Set.of("output", "until"),
            CompiledNode.SCOPE, Set.of("output"));

    private Attempts() {}

    static void begin(Transition transition, Place place) {
        if (!EngineSteps.supports(place.node())) {
            started(transition, place, new Attempt(1, null, null));
            Failing.fail(transition, place, unsupported(place));
            return;
        }
        Object input;
        try {
            input = transition.expressions().resolve(early(place), Visible.to(place, transition));
        } catch (ExpressionFailed failed) {
            started(transition, place, new Attempt(1, null, null));
            Failing.fail(transition, place, StepError.permanent(failed.code(), failed.getMessage()));
            return;
        }
        StepError tooLarge = SizeLimits.ofInput(input);
        if (tooLarge != null) {
            started(transition, place, new Attempt(1, null, null));
            Failing.fail(transition, place, tooLarge);
        } else if (place.node().runsOnWorker()) {
            request(transition, place, new Attempt(1, input, deadline(transition, place)));
        } else {
            runInEngine(transition, place, new Attempt(1, input, timeout(transition, place)));
        }
    }

    /** Begins a compensation, whose config was resolved when its step completed. */
    static void beginWith(Transition transition, Place place, @Nullable Object config) {
        if (config != null && place.node().runsOnWorker()) {
            request(transition, place, new Attempt(1, config, deadline(transition, place)));
            return;
        }
        if (config != null && place.node().isCall()) {
            runInEngine(transition, place, new Attempt(1, config, timeout(transition, place)));
            return;
        }
        started(transition, place, new Attempt(1, config, null));
        Failing.fail(
                transition,
                place,
                StepError.permanent(
                        "compensation.impossible",
                        "Expected the expressions of %s to have a result when its step completed, and a worker to run it"
                                .formatted(place.nodeId())));
    }

    /** Begins a step of an agent, with an input that has no expressions: a model wrote it, or the engine. */
    static void beginAsWritten(Transition transition, Place place, Map<String, Object> input) {
        StepError problem = EngineSteps.supports(place.node()) ? SizeLimits.ofInput(input) : unsupported(place);
        if (problem != null) {
            started(transition, place, new Attempt(1, null, null));
            Failing.fail(transition, place, problem);
        } else if (place.node().runsOnWorker()) {
            request(transition, place, new Attempt(1, input, deadline(transition, place)));
        } else {
            runInEngine(transition, place, new Attempt(1, input, null));
        }
    }

    private static void runInEngine(Transition transition, Place place, Attempt attempt) {
        started(transition, place, attempt);
        if (attempt.deadline() != null) {
            transition.command(
                    new EngineCommand.SetTimer(TimerKey.stepTimeout(place.id(), attempt.number()), attempt.deadline()));
        }
        EngineSteps.run(transition, place, object(attempt.input()));
    }

    /** When a step of the engine that takes its time is given up; null is never. */
    private static @Nullable Instant timeout(Transition transition, Place place) {
        Duration timeout = place.node().node().timeout();
        boolean takesTime = place.node().isContainer() || place.node().isCall();
        return timeout == null || !takesTime ? null : Deadlines.after(transition.now(), timeout);
    }

    /** Asks for the attempt that a retrying step run waits for, with the input of the first one. */
    static void again(Transition transition, Place place, StepRun run) {
        if (place.node().isCall()) {
            runInEngine(transition, place, new Attempt(run.attempt(), run.input(), timeout(transition, place)));
        } else {
            request(transition, place, new Attempt(run.attempt(), run.input(), deadline(transition, place)));
        }
    }

    private record Attempt(
            int number, @Nullable Object input, @Nullable Instant deadline) {}

    private static Map<String, Object> early(Place place) {
        if (place.type().equals(EventWaits.TYPE)) {
            return EventWaits.early(place.node().node().config());
        }
        Map<String, Object> config = new LinkedHashMap<>(place.node().node().config());
        config.keySet().removeAll(LATE.getOrDefault(place.type(), Set.of()));
        return config;
    }

    private static Instant deadline(Transition transition, Place place) {
        Duration timeout = place.node().node().timeout();
        return Deadlines.after(transition.now(), timeout == null ? Deadlines.OF_ATTEMPT : timeout);
    }

    private static void started(Transition transition, Place place, Attempt attempt) {
        transition.record((sequence, at) -> new ExecutionEvent.StepStarted(
                sequence,
                at,
                place.id(),
                place.nodeId(),
                place.type(),
                attempt.number(),
                attempt.input(),
                attempt.deadline(),
                place.id().isCompensation() ? null : place.parent()));
    }

    private static void request(Transition transition, Place place, Attempt attempt) {
        started(transition, place, attempt);
        ExecutionState state = transition.state();
        Instant deadline = attempt.deadline() == null ? transition.now() : attempt.deadline();
        boolean isTurn = place.node().isTurn();
        Map<String, Object> input = object(attempt.input());
        transition.command(new EngineCommand.RequestStep(
                place.node().worker(),
                new StepRequested(
                        state.id(),
                        place.id(),
                        attempt.number(),
                        place.type(),
                        isTurn ? AgentTurn.config(transition, place) : input,
                        deadline,
                        state.id() + "/" + place.id(),
                        state.correlationId(),
                        state.workflowId(),
                        state.workflowVersion(),
                        StepRunId.defined(place.nodeId()),
                        isTurn ? AgentTurn.state(transition, place, input) : null)));
        transition.command(new EngineCommand.SetTimer(TimerKey.stepTimeout(place.id(), attempt.number()), deadline));
    }

    private static StepError unsupported(Place place) {
        return StepError.permanent(
                "step.unsupported-type",
                "Expected a step type that can be executed, but step %s is a %s"
                        .formatted(place.nodeId(), place.type()));
    }

    static Map<String, Object> object(@Nullable Object tree) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> object.put(String.valueOf(key), value));
        }
        return object;
    }
}
