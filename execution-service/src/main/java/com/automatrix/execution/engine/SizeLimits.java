package com.automatrix.execution.engine;

import com.automatrix.contracts.message.ExecutionError;
import com.automatrix.contracts.message.StepError;
import org.jspecify.annotations.Nullable;

/** How large a step's data and an execution's whole context may become. */
final class SizeLimits {

    static final long STEP_BYTES = 256 * 1024;
    static final long CONTEXT_BYTES = 4 * 1024 * 1024;

    private static final int MESSAGE_CHARS = 4_000;

    private SizeLimits() {}

    static @Nullable StepError ofInput(@Nullable Object input) {
        long size = JsonSize.of(input);
        return size <= STEP_BYTES
                ? null
                : StepError.permanent("step.input-too-large", sentence("a step's input", STEP_BYTES, size));
    }

    static @Nullable StepError ofOutput(ExecutionState state, @Nullable Object output) {
        long size = JsonSize.of(output);
        if (size > STEP_BYTES) {
            return StepError.permanent("step.output-too-large", sentence("a step's output", STEP_BYTES, size));
        }
        return ofCollected(state, output);
    }

    /** What a container collects counts only towards the whole. */
    static @Nullable StepError ofCollected(ExecutionState state, @Nullable Object output) {
        long context = state.contextBytes() + JsonSize.of(output);
        return context <= CONTEXT_BYTES
                ? null
                : StepError.permanent(
                        "execution.context-too-large",
                        sentence("an execution's input and outputs together", CONTEXT_BYTES, context));
    }

    static ExecutionError inputOfExecution(long size) {
        return new ExecutionError(
                "execution.input-too-large", sentence("an execution's input", CONTEXT_BYTES, size), null);
    }

    /** A worker's error, cut down to what a state and a log row can hold. */
    static StepError trimmed(StepError error) {
        boolean tooLong = error.message().length() > MESSAGE_CHARS;
        boolean tooLarge = JsonSize.of(error.details()) > STEP_BYTES;
        if (!tooLong && !tooLarge) {
            return error;
        }
        return new StepError(
                error.code(),
                tooLong ? error.message().substring(0, MESSAGE_CHARS) + "…" : error.message(),
                error.retryable(),
                error.retryAfter(),
                tooLarge ? null : error.details());
    }

    private static String sentence(String what, long limit, long size) {
        return "Expected %s to take at most %d KiB, but it takes %d KiB"
                .formatted(what, limit / 1024, (size + 1023) / 1024);
    }
}
