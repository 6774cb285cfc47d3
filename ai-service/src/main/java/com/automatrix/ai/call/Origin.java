package com.automatrix.ai.call;

import com.automatrix.contracts.message.StepRequested;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a call was made for.
 *
 * @param promptVersion counted from 1; null when the prompt stands in the step itself
 */
public record Origin(
        @Nullable UUID executionId,
        @Nullable UUID workflowId,
        @Nullable String stepRunId,
        @Nullable Integer attempt,
        @Nullable String promptName,
        @Nullable Integer promptVersion) {

    /** A call of no execution. */
    public static final Origin NONE = new Origin(null, null, null, null, null, null);

    public static Origin of(StepRequested request) {
        return new Origin(
                request.executionId().value(),
                request.workflowId().value(),
                request.stepRunId().toString(),
                request.attempt(),
                null,
                null);
    }

    public Origin withPrompt(String name, @Nullable Integer version) {
        return new Origin(executionId, workflowId, stepRunId, attempt, name, version);
    }
}
