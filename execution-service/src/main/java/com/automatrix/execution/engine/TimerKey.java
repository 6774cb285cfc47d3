package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import org.jspecify.annotations.Nullable;

/**
 * Names one timer of an execution.
 *
 * @param step the step run it belongs to, null for the execution's own
 * @param generation the attempt it was set for, so that a late one is told apart; 0 for the execution's own
 */
public record TimerKey(TimerKind kind, @Nullable StepRunId step, int generation) {

    static TimerKey retry(StepRunId step, int attempt) {
        return new TimerKey(TimerKind.RETRY, step, attempt);
    }

    static TimerKey stepTimeout(StepRunId step, int attempt) {
        return new TimerKey(TimerKind.STEP_TIMEOUT, step, attempt);
    }

    static TimerKey wait(StepRunId step) {
        return new TimerKey(TimerKind.WAIT, step, 1);
    }

    static TimerKey iteration(StepRunId loop) {
        return new TimerKey(TimerKind.ITERATION, loop, 0);
    }

    static TimerKey executionTimeout() {
        return new TimerKey(TimerKind.EXECUTION_TIMEOUT, null, 0);
    }
}
