package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Edge;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.Origin;
import com.automatrix.contracts.message.Origin.Caller;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.contracts.steptype.StepType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code flow.call}: starts an execution of another workflow, whose end is the step's result. The two know each other
 * only by their ids: the one that calls sends commands, the one that is called answers as a worker does.
 */
public final class Calls {

    static final String TYPE = "flow.call";

    private static final int DEEPEST = 16;

    private Calls() {}

    /** Starts the other execution; this step run has started. */
    static void begin(Transition transition, Place place, Map<String, Object> config) {
        ExecutionState state = transition.state();
        StepRun run = state.known(place.id());
        int depth = depth(state) + 1;
        WorkflowId workflow;
        Integer version;
        try {
            workflow = WorkflowId.parse(String.valueOf(config.get("workflowId")));
            version = version(config.get("version"));
        } catch (IllegalArgumentException unreadable) {
            Failing.fail(transition, place, unreadable(place, unreadable));
            return;
        }
        if (depth > DEEPEST) {
            Failing.fail(transition, place, tooDeep(place));
            return;
        }
        Caller caller = new Caller(state.id(), run.id(), run.attempt(), depth);
        transition.command(new EngineCommand.Tell(new StartExecution(
                commandId("call", state, run),
                called(state, run),
                workflow,
                version,
                config.get("input"),
                TriggerRef.call(),
                state.correlationId(),
                null,
                null,
                Origin.of(caller),
                null)));
        if (Boolean.FALSE.equals(config.get("wait"))) {
            Map<String, Object> output =
                    Map.of("executionId", called(state, run).toString());
            Succeeding.inEngine(transition, place, new EngineSteps.Result(output, List.of(Edge.OUT), null));
        }
    }

    /** The start of the other execution was lost; one that has come is not started twice. */
    static void startAgain(Transition transition, StepRun run) {
        Place place = transition.workflow().place(run.id());
        if (place != null && run.input() instanceof Map<?, ?> input) {
            Map<String, Object> config = new LinkedHashMap<>();
            input.forEach((key, value) -> config.put(String.valueOf(key), value));
            begin(transition, place, config);
        }
    }

    /** Nobody waits for the other execution any more. */
    static void cancel(Transition transition, StepRun run) {
        ExecutionState state = transition.state();
        String reason = "Step %s of execution %s, which had called it, was given up".formatted(run.id(), state.id());
        transition.command(new EngineCommand.Tell(
                new CancelExecution(commandId("cancel-call", state, run), called(state, run), reason, null)));
    }

    /** What an execution that has ended answers to the one that called it; empty if none did. */
    static Optional<StepCompleted> answer(ExecutionState ended, Instant at) {
        return caller(ended.origin()).map(caller -> answer(caller, outcome(ended), ended.startedAt(), at));
    }

    /** The answer to a call whose execution could not even begin; empty if the start is none of a call. */
    public static Optional<StepCompleted> refusal(StartExecution start, StepError error, Instant at) {
        return caller(start.origin()).map(caller -> answer(caller, new StepOutcome.Failed(error), at, at));
    }

    private static StepCompleted answer(Caller caller, StepOutcome outcome, Instant startedAt, Instant at) {
        return new StepCompleted(
                caller.executionId(),
                caller.stepRunId(),
                caller.attempt(),
                outcome,
                startedAt,
                at,
                StepType.ENGINE,
                null);
    }

    private static StepOutcome outcome(ExecutionState ended) {
        return switch (ended.status()) {
            case COMPLETED -> new StepOutcome.Succeeded(ended.output(), null);
            case CANCELLED ->
                new StepOutcome.Failed(new StepError(
                        "call.cancelled",
                        "Expected the called execution %s to complete, but it was cancelled".formatted(ended.id()),
                        false,
                        null,
                        Map.of("executionId", ended.id().toString())));
            case FAILED, PENDING, RUNNING, WAITING, COMPENSATING -> new StepOutcome.Failed(failure(ended));
        };
    }

    /** Retryable, so that a policy that the node has of its own may start another execution. */
    private static StepError failure(ExecutionState ended) {
        ExecutionError error = Objects.requireNonNullElse(
                ended.error(), new ExecutionError("call.failed", "its error is unknown", null));
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("executionId", ended.id().toString());
        details.put("code", error.code());
        details.put("message", error.message());
        details.put("nodeId", error.nodeId());
        return new StepError(
                "call.failed",
                "Expected the called execution %s to complete, but it failed: %s"
                        .formatted(ended.id(), error.message()),
                true,
                null,
                details);
    }

    private static Optional<Caller> caller(@Nullable Origin origin) {
        return Optional.ofNullable(origin).map(Origin::caller);
    }

    private static int depth(ExecutionState state) {
        return caller(state.origin()).map(Caller::depth).orElse(0);
    }

    private static @Nullable Integer version(@Nullable Object value) {
        return value == null ? null : Integer.valueOf(value.toString());
    }

    /**
     * The id of the execution that an attempt starts: the same however often it is worked out, and in its time's place
     * among all others (UUID version 7).
     */
    static ExecutionId called(ExecutionState state, StepRun run) {
        Instant at = Objects.requireNonNull(run.startedAt(), "a call that has started");
        return new ExecutionId(DerivedIds.of(name("called", state, run), at));
    }

    private static UUID commandId(String what, ExecutionState state, StepRun run) {
        return DerivedIds.of(name(what, state, run));
    }

    private static String name(String what, ExecutionState state, StepRun run) {
        return "%s/%s/%s/%d".formatted(what, state.id(), run.id(), run.attempt());
    }

    private static StepError tooDeep(Place place) {
        return StepError.permanent(
                "call.too-deep",
                "Expected at most %d executions that call each other, but step %s would start one more"
                        .formatted(DEEPEST, place.nodeId()));
    }

    private static StepError unreadable(Place place, IllegalArgumentException why) {
        return StepError.permanent(
                "call.unreadable-workflow",
                "Expected step %s to name a workflow and, if it likes, a version, but: %s"
                        .formatted(place.nodeId(), why.getMessage()));
    }
}
