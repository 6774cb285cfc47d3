package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.contracts.message.ExecutionCommand.ReviveExecution;

/** Sets again all that an execution waits for; what is there already is not set twice. */
final class Reviving {

    private Reviving() {}

    static Decision revive(Transition transition, ReviveExecution command) {
        ExecutionState state = transition.state();
        if (state.hasEnded() || state.isPaused() || state.hasApplied(command.commandId())) {
            return new Decision.Ignored("execution %s needs no reviving".formatted(state.id()));
        }
        transition.remember(command.commandId());
        for (EngineCommand.SetTimer timer : Lifelines.timers(transition.workflow(), state)) {
            StepRunId step = timer.key().step();
            transition.command(
                    step == null
                            ? timer
                            : new EngineCommand.SetTimer(
                                    timer.key(), Pausing.dueAt(transition, state.known(step), timer.key())));
        }
        for (Lifelines.Source source : Lifelines.sources(transition.workflow(), state)) {
            switch (source) {
                case Lifelines.Source.OfGate _ -> Queueing.askAgain(transition, command.commandId());
                case Lifelines.Source.OfCorrelation(var key, var step) ->
                    EventWaits.subscribeAgain(transition, state.known(step), command.commandId());
                case Lifelines.Source.OfCall(var called, var step) -> Calls.startAgain(transition, state.known(step));
                case Lifelines.Source.OfTask(var task, var step) -> People.openAgain(transition, state.known(step));
            }
        }
        return Advancing.advance(transition);
    }
}
