package com.automatrix.execution.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what an execution does next. Pure: the same arguments give the same decision, and it never throws. */
public final class ExecutionEngine {

    private final Expressions expressions;
    private final Schemas schemas;

    public ExecutionEngine(Expressions expressions, Schemas schemas) {
        this.expressions = expressions;
        this.schemas = schemas;
    }

    /** As {@link #apply(CompiledWorkflow, ExecutionState, Input, Circumstances)}, with no settings in {@code vars}. */
    public Decision apply(CompiledWorkflow workflow, @Nullable ExecutionState state, Input input, Instant now) {
        return apply(workflow, state, input, Circumstances.at(now));
    }

    /**
     * Applies one input to one execution.
     *
     * @param workflow the version that the execution is pinned to
     * @param state null if the execution has never started, or has ended and is no longer live; the caller tells these
     *     apart for a start, which begins the execution whenever this is null
     */
    public Decision apply(
            CompiledWorkflow workflow, @Nullable ExecutionState state, Input input, Circumstances circumstances) {
        try {
            return EndNotices.with(
                    state,
                    new Handling(expressions, schemas, workflow, circumstances).handle(state, input),
                    circumstances.now());
        } catch (RuntimeException | StackOverflowError defect) {
            return new Decision.Refused(new Refusal(
                    "engine.defect",
                    "Expected the engine to decide on every input, but it failed with %s".formatted(defect)));
        }
    }
}
