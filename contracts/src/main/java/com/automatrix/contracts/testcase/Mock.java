package com.automatrix.contracts.testcase;

import com.automatrix.contracts.message.StepError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one call of a step is answered: an output, or an error.
 *
 * @param output what the step gives; not together with an error
 * @param handle which handle fires; null is {@code out}
 * @param error why the attempt failed; a retryable one is followed by the next answer
 * @param after how long the answer takes; null is no time at all
 */
public record Mock(
        @Nullable Object output,
        @Nullable String handle,
        @Nullable StepError error,
        @Nullable Duration after) {}
