package com.automatrix.execution.engine;

import com.automatrix.contracts.definition.Concurrency;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.message.EventRef;
import com.automatrix.contracts.message.ExecutionCommand.AcquireSlot;
import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.ExecutionCommand.ReleaseSlot;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.Priority;
import com.automatrix.execution.gate.GateKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Holds an execution back until the gate of its concurrency key admits it, and gives the slot back at its end. */
final class Queueing {

    private Queueing() {}

    /** Starts the execution at once if nothing limits it, else lets it ask its gate. */
    static Decision startOrQueue(Transition transition, Input.Start start) {
        StartExecution command = start.command();
        Concurrency concurrency = transition.workflow().concurrency();
        Map<String, String> keys = BusinessKeys.of(transition, command);
        if (concurrency == null) {
            return Starting.begin(transition, start, keys);
        }
        String key = concurrency.key();
        Object value;
        try {
            value = key == null ? null : transition.expressions().evaluate(key, scope(transition, command));
        } catch (ExpressionFailed failed) {
            String sentence =
                    "Expected the concurrency key %s to have a value, but: %s".formatted(key, failed.getMessage());
            return Starting.fail(transition, command, keys, new ExecutionError(failed.code(), sentence, null));
        }
        // Executions whose key has no value have nothing in common that could be counted.
        return key != null && value == null
                ? Starting.begin(transition, start, keys)
                : queue(transition, start, keys, GateKey.of(command.workflowId(), value));
    }

    /** The gate's answer. */
    static Decision admit(Transition transition, AdmitExecution command) {
        ExecutionState state = transition.state();
        QueuePlace place = state.place();
        if (state.status() != ExecutionStatus.PENDING || place == null) {
            return new Decision.Ignored(
                    "execution %s does not wait for its gate, it is %s".formatted(state.id(), state.status()));
        }
        return Starting.begin(
                transition,
                new Input.Start(new StartExecution(
                        command.commandId(),
                        state.id(),
                        state.workflowId(),
                        state.workflowVersion(),
                        state.input(),
                        place.trigger(),
                        state.correlationId(),
                        place.startedBy(),
                        place.event(),
                        state.origin(),
                        null)),
                null);
    }

    /** What tells the gate that the execution needs no slot any more; empty if it never asked for one. */
    static Optional<ReleaseSlot> release(ExecutionState state) {
        return Optional.ofNullable(state.place())
                .map(place -> new ReleaseSlot(commandId("release", state.id()), place.gateKey(), state.id()));
    }

    private static Decision queue(
            Transition transition, Input.Start start, @Nullable Map<String, String> businessKeys, String gateKey) {
        StartExecution command = start.command();
        CompiledWorkflow workflow = transition.workflow();
        Concurrency concurrency = Objects.requireNonNull(workflow.concurrency());
        transition.record((sequence, at) -> new ExecutionEvent.Queued(
                sequence,
                at,
                command.executionId(),
                workflow.id(),
                workflow.version(),
                workflow.name(),
                command.input(),
                command.trigger(),
                command.correlationId(),
                command.startedBy(),
                command.event(),
                command.origin(),
                businessKeys,
                gateKey));
        transition.remember(command.commandId());
        Rerunning.keep(transition, start);
        ExecutionId id = command.executionId();
        boolean isBulk = command.priority() == Priority.BULK;
        transition.command(new EngineCommand.Tell(new AcquireSlot(
                commandId("acquire", id), gateKey, id, concurrency.limit(), concurrency.policyOrDefault(), isBulk)));
        return transition.decision();
    }

    /** The gate does not know that the execution waits, or its answer was lost. */
    static void askAgain(Transition transition, UUID cause) {
        Concurrency concurrency = transition.workflow().concurrency();
        QueuePlace place = transition.state().place();
        if (concurrency != null && place != null) {
            UUID commandId =
                    commandId("acquire-again/" + cause, transition.state().id());
            transition.command(new EngineCommand.Tell(new AcquireSlot(
                    commandId,
                    place.gateKey(),
                    transition.state().id(),
                    concurrency.limit(),
                    concurrency.policyOrDefault(),
                    false)));
        }
    }

    /** What expressions that are evaluated before the start can see. */
    static Scope scope(Transition transition, StartExecution command) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("input", command.input());
        EventRef event = command.event();
        if (event != null) {
            values.put("event", event.attributes());
        }
        values.put("vars", transition.circumstances().vars());
        return new Scope(values, transition.now());
    }

    private static UUID commandId(String what, ExecutionId id) {
        return UUID.nameUUIDFromBytes((what + "/" + id).getBytes(StandardCharsets.UTF_8));
    }
}
