package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.ToolCall;
import com.automatrix.contracts.message.Usage;
import java.time.Instant;
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

    /** The attempt goes on later; no thread waits, and it counts as the same attempt. */
    static StepResult deferred(Instant until, String reason) {
        return new Deferred(until, reason);
    }

    /** Other steps have to be done first; no thread waits for them. */
    static StepResult goOn(@Nullable Object state, List<ToolCall> calls, @Nullable Usage usage) {
        return new Continue(state, calls, usage);
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

    /**
     * The attempt is done, the step is not: it is requested again, with the state and what the calls came to.
     *
     * @param state a plain JSON tree, or a record that Jackson can write as one
     * @param calls the steps that are run first
     */
    record Continue(
            @Nullable Object state,
            List<ToolCall> calls,
            @Nullable Usage usage) implements StepResult {

        public Continue {
            calls = List.copyOf(calls);
        }
    }

    /** The work could not be done. */
    record Failure(StepError error, @Nullable Usage usage) implements StepResult {}

    /**
     * The work may not be done yet: the same attempt is run again from its beginning at that time, or when it is woken by
     * {@link DeferredSteps}. What an attempt may take, its step's timeout too, counts anew from then.
     *
     * @param until when to run it again
     * @param reason why: a sentence for people, without personal data
     */
    record Deferred(Instant until, String reason) implements StepResult {

        @Override
        public @Nullable Usage usage() {
            return null;
        }
    }
}
