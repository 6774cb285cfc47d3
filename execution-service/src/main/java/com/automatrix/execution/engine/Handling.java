package com.automatrix.execution.engine;

import com.automatrix.contracts.id.ExecutionId;
import org.jspecify.annotations.Nullable;

/** Sends an input to whom it concerns, once it is sure that it belongs to this execution. */
final class Handling {

    private final Expressions expressions;
    private final Schemas schemas;
    private final CompiledWorkflow workflow;
    private final Circumstances circumstances;

    Handling(Expressions expressions, Schemas schemas, CompiledWorkflow workflow, Circumstances circumstances) {
        this.expressions = expressions;
        this.schemas = schemas;
        this.workflow = workflow;
        this.circumstances = circumstances;
    }

    Decision handle(@Nullable ExecutionState state, Input input) {
        Transition transition = new Transition(workflow, expressions, schemas, circumstances, state);
        if (state == null) {
            return input instanceof Input.Start start
                    ? Starting.start(transition, start)
                    : new Decision.Ignored("the execution is not live");
        }
        Refusal mismatch = mismatch(state, input);
        if (mismatch != null) {
            return new Decision.Refused(mismatch);
        }
        return switch (input) {
            case Input.Start _ -> new Decision.Ignored("execution %s has started already".formatted(state.id()));
            case Input.Admit(var command) -> Queueing.admit(transition, command);
            case Input.Pause(var command) -> Pausing.pause(transition, command);
            case Input.Resume(var command) -> Pausing.resume(transition, command);
            case Input.Signal(var command) -> Signals.signal(transition, command);
            case Input.Cancel(var command) -> Cancelling.cancel(transition, command);
            case Input.Revive(var command) -> Reviving.revive(transition, command);
            case Input.StepFinished(var message) -> Answering.answer(transition, message);
            case Input.TimerDue(var timer) -> Timing.due(transition, timer);
        };
    }

    private @Nullable Refusal mismatch(ExecutionState state, Input input) {
        if (!state.workflowId().equals(workflow.id()) || state.workflowVersion() != workflow.version()) {
            return new Refusal(
                    "execution.wrong-version",
                    "Expected execution %s to go on with version %d of workflow %s, but got version %d of workflow %s"
                            .formatted(
                                    state.id(),
                                    state.workflowVersion(),
                                    state.workflowId(),
                                    workflow.version(),
                                    workflow.id()));
        }
        ExecutionId addressee = addressee(state, input);
        if (!addressee.equals(state.id())) {
            return new Refusal(
                    "execution.mismatch",
                    "Expected an input of execution %s, but got one of execution %s".formatted(state.id(), addressee));
        }
        return null;
    }

    private static ExecutionId addressee(ExecutionState state, Input input) {
        return switch (input) {
            case Input.Start start -> start.command().executionId();
            case Input.Admit(var command) -> command.executionId();
            case Input.Pause(var command) -> command.executionId();
            case Input.Resume(var command) -> command.executionId();
            case Input.Signal(var command) -> command.executionId();
            case Input.Cancel(var command) -> command.executionId();
            case Input.Revive(var command) -> command.executionId();
            case Input.StepFinished(var message) -> message.executionId();
            case Input.TimerDue _ -> state.id();
        };
    }
}
