package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionCommand.SignalStep;

/** Takes what a waiting step waits for to the kind of step that it is. */
final class Signals {

    private Signals() {}

    static Decision signal(Transition transition, SignalStep command) {
        ExecutionState state = transition.state();
        StepRun run = state.step(command.stepRunId());
        Place place = transition.workflow().place(command.stepRunId());
        if (run == null
                || place == null
                || run.status() != StepStatus.WAITING
                || state.hasApplied(command.commandId())) {
            return new Decision.Ignored("step %s does not wait for a signal".formatted(command.stepRunId()));
        }
        return switch (place.type()) {
            case EventWaits.TYPE -> EventWaits.arrived(transition, place, run, command);
            case People.TASK, People.APPROVAL -> People.decided(transition, place, run, command);
            default -> new Decision.Ignored("step %s waits for something else".formatted(command.stepRunId()));
        };
    }
}
