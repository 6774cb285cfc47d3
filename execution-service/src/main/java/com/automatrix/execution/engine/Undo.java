package com.automatrix.execution.engine;

import com.automatrix.contracts.id.StepRunId;
import org.jspecify.annotations.Nullable;

/**
 * How a completed step would be undone.
 *
 * @param config the resolved config of its compensation; null if its expressions failed
 * @param container whose failure undoes it: that around the step, and once that is decided the one around it
 */
public record Undo(
        StepRunId step, @Nullable Object config, @Nullable StepRunId container) {

    Undo handedTo(@Nullable StepRunId outer) {
        return new Undo(step, config, outer);
    }
}
