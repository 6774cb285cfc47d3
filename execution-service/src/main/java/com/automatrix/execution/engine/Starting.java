package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.ExecutionEvent;
import java.time.Duration;
import java.time.Instant;

/** Begins an execution. */
final class Starting {

    private Starting() {}

    static Decision start(Transition transition, StartExecution command) {
        CompiledWorkflow workflow = transition.workflow();
        if (!command.workflowId().equals(workflow.id())) {
            return new Decision.Refused(new Refusal(
                    "execution.wrong-version",
                    "Expected execution %s to start workflow %s, but got workflow %s"
                            .formatted(command.executionId(), command.workflowId(), workflow.id())));
        }
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
                deadline));
        transition.remember(command.commandId());
        if (deadline != null) {
            transition.command(new EngineCommand.SetTimer(TimerKey.executionTimeout(), deadline));
        }
        if (transition.state().contextBytes() > SizeLimits.CONTEXT_BYTES) {
            Ending.fail(
                    transition, SizeLimits.inputOfExecution(transition.state().contextBytes()));
        }
        return Advancing.advance(transition);
    }
}
