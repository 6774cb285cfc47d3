package com.automatrix.contracts.message;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import org.jspecify.annotations.Nullable;

/** The other execution that an execution comes from: the one that calls it, or the one that it runs again. */
public record Origin(@Nullable Caller caller, @Nullable Rerun rerun) {

    public static Origin of(Caller caller) {
        return new Origin(caller, null);
    }

    public static Origin of(Rerun rerun) {
        return new Origin(null, rerun);
    }

    /**
     * The step run that waits for the execution's end.
     *
     * @param attempt from 1
     * @param depth how many executions call each other above it, from 1
     */
    public record Caller(ExecutionId executionId, StepRunId stepRunId, int attempt, int depth) {}

    /**
     * An execution that is run again.
     *
     * @param fromNode the node that begins afresh, with all that follows it; null is the whole workflow
     */
    public record Rerun(ExecutionId executionId, @Nullable String fromNode) {}
}
