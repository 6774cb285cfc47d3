package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepCompleted;
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
}
