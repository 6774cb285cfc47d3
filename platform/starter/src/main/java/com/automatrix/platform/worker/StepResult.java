package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an attempt went, as its worker sees it. */
public sealed interface StepResult {

    /** A success that fires the handle {@code out}. */
    static StepResult success(@Nullable Object output) {
        return new Success(output, null, null);
    }

    /** A success that fires the given handles. */
    static StepResult success(@Nullable Object output, List<String> handles) {
        return new Success(output, handles, null);
    }

    static StepResult failure(StepError error) {
        return new Failure(error, null);
    }

    /** What the attempt used of a model, if it used one. */
    @Nullable
    Usage usage();

    /**
     * The work is done.
     *
     * @param output a plain JSON tree, or a record that Jackson can write as one
     * @param handles the handles to fire; null fires {@code out}
     */
    record Success(
            @Nullable Object output,
            @Nullable List<String> handles,
            @Nullable Usage usage) implements StepResult {

        public Success {
            handles = handles == null ? null : List.copyOf(handles);
        }
    }

    /** The work could not be done. */
    record Failure(StepError error, @Nullable Usage usage) implements StepResult {}
}
