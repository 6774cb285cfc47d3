package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepCompleted;
import com.automatrix.contracts.message.StepOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that this process is done with.
 *
 * @param completed what the engine is told; null if it no longer wants to know
 * @param traceparent of the span in which the work was done
 */
record FinishedStep(
        LeasedStep step,
        @Nullable StepCompleted completed,
        @Nullable String traceparent) {

    AttemptKey key() {
        return step.key();
    }

    /** When the attempt is to be run again; null if it is over. */
    @Nullable
    Instant deferredUntil() {
        return completed != null && completed.outcome() instanceof StepOutcome.Running running ? running.until() : null;
    }
}
