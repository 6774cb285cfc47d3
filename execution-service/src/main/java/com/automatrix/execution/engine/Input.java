package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.PauseExecution;
import com.automatrix.contracts.message.ExecutionCommand.ResumeExecution;
import com.automatrix.contracts.message.ExecutionCommand.ReviveExecution;
import com.automatrix.contracts.message.ExecutionCommand.SignalStep;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.StepCompleted;
import java.util.List;

/** Everything that can reach an execution. */
public sealed interface Input {

    /**
     * Begins the execution with the workflow version it is applied with.
     *
     * @param earlier what had become of the steps of the execution that this one runs again from one of them
     */
    record Start(StartExecution command, List<EarlierStep> earlier) implements Input {

        public Start {
            earlier = List.copyOf(earlier);
        }

        public Start(StartExecution command) {
            this(command, List.of());
        }
    }

    /** Lets an execution start that its gate has held back. */
    record Admit(AdmitExecution command) implements Input {}

    /** Holds the execution where it is. */
    record Pause(PauseExecution command) implements Input {}

    /** Lets a paused execution go on. */
    record Resume(ResumeExecution command) implements Input {}

    /** What a waiting step waits for has come. */
    record Signal(SignalStep command) implements Input {}

    /** Something that the execution waits for is missing. */
    record Revive(ReviveExecution command) implements Input {}

    /** A worker's answer, or its heartbeat. */
    record StepFinished(StepCompleted message) implements Input {}

    /** A timer that an earlier decision set has come due. */
    record TimerDue(TimerKey timer) implements Input {}

    /** Ends the execution without waiting for any worker. */
    record Cancel(CancelExecution command) implements Input {}
}
