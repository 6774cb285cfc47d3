package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepRequested;
import java.time.Instant;
import java.util.UUID;

/** What the shell has to do for an execution once its new state is durable. */
public sealed interface EngineCommand {

    /** Sends an attempt to the pool of workers of that name ({@code io}, {@code ai}, …). */
    record RequestStep(String worker, StepRequested request) implements EngineCommand {}

    /** Tells a pool that nobody waits for this step run any more. */
    record CancelStep(String worker, StepCancelled notice) implements EngineCommand {}

    /** Answers the step of another execution that called this one. */
    record Answer(StepCompleted message) implements EngineCommand {}

    /** Sends a command to another aggregate, or to this one. */
    record Tell(ExecutionCommand command) implements EngineCommand {}

    /** Asks people; a task that is there already stays as it is. */
    record OpenTask(HumanTask task) implements EngineCommand {}

    /** Nobody is asked any more; a task that is closed already stays as it is. */
    record CloseTask(UUID taskId, As as) implements EngineCommand {

        /** Why. */
        public enum As {
            DECIDED,
            EXPIRED,
            CANCELLED
        }
    }

    /** Sets a timer; one with the same key is replaced. */
    record SetTimer(TimerKey key, Instant dueAt) implements EngineCommand {}

    /** Removes a timer; one that is already gone is no error. */
    record ClearTimer(TimerKey key) implements EngineCommand {}
}
