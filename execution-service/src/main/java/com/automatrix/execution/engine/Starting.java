package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.ExecutionEvent;
import com.automatrix.contracts.message.TriggerKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Begins an execution. */
final class Starting {

    private static final Set<TriggerKind> CHECKED_AT_THE_DOOR = Set.of(TriggerKind.API, TriggerKind.WEBHOOK);

    private Starting() {}

    static Decision start(Transition transition, Input.Start start) {
        StartExecution command = start.command();
        CompiledWorkflow workflow = transition.workflow();
        if (!command.workflowId().equals(workflow.id())) {
            return new Decision.Refused(new Refusal(
                    "execution.wrong-version",
                    "Expected execution %s to start workflow %s, but got workflow %s"
                            .formatted(command.executionId(), command.workflowId(), workflow.id())));
        }
        ExecutionError misfit = misfit(transition, command);
        return misfit == null
                ? Queueing.startOrQueue(transition, start)
                : fail(transition, command, BusinessKeys.of(transition, command), misfit);
    }

    /** How the input does not fit: what comes over HTTP was checked at the door, and its sender told. */
    private static @Nullable ExecutionError misfit(Transition transition, StartExecution command) {
        Map<String, Object> schema = transition.workflow().definition().input();
        if (schema == null || CHECKED_AT_THE_DOOR.contains(command.trigger().kind())) {
            return null;
        }
        return transition.schemas().violations(schema, command.input()).stream()
                .findFirst()
                .map(violation -> new ExecutionError(
                        "execution.invalid-input",
                        "Expected an input that fits the workflow's input schema, but at \"%s\": %s"
                                .formatted(violation.pointer(), violation.message()),
                        null))
                .orElse(null);
    }

    /** Lets the execution go on from the top of its graph; its timeout counts from now. */
    static Decision begin(Transition transition, Input.Start start, @Nullable Map<String, String> businessKeys) {
        record(transition, start.command(), businessKeys);
        Rerunning.keep(transition, start);
        if (transition.state().contextBytes() > SizeLimits.CONTEXT_BYTES) {
            Ending.fail(
                    transition, SizeLimits.inputOfExecution(transition.state().contextBytes()));
        }
        return Advancing.advance(transition);
    }

    /** Ends the execution before any of its steps. */
    static Decision fail(
            Transition transition,
            StartExecution command,
            @Nullable Map<String, String> businessKeys,
            ExecutionError error) {
        record(transition, command, businessKeys);
        Ending.fail(transition, error);
        return transition.decision();
    }

    private static void record(
            Transition transition, StartExecution command, @Nullable Map<String, String> businessKeys) {
        CompiledWorkflow workflow = transition.workflow();
        Duration timeout = workflow.timeout();
        Instant deadline = timeout == null ? null : Deadlines.after(transition.now(), timeout);
        transition.record((sequence, at) -> new ExecutionEvent.Started(
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
                deadline));
        transition.remember(command.commandId());
        if (deadline != null) {
            transition.command(new EngineCommand.SetTimer(TimerKey.executionTimeout(), deadline));
        }
    }
}
