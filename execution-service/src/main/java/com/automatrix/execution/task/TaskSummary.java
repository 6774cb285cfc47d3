package com.automatrix.execution.task;

import com.automatrix.execution.engine.HumanTask.Kind;
import com.automatrix.execution.engine.HumanTask.Priority;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task in the list.
 *
 * @param bulk whether it may be approved together with others
 * @param assignee the e-mail address of the one who has got it
 * @param escalatedTo the role that may answer too by now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record TaskSummary(
        UUID id,
        Kind kind,
        TaskState state,
        String title,
        Priority priority,
        boolean bulk,
        boolean hasForm,
        String role,
        @Nullable String assignee,
        @Nullable String escalatedTo,
        @Nullable Claim claim,
        UUID executionId,
        String stepRunId,
        UUID workflowId,
        String workflowName,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant expiresAt,
        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt,
        @Nullable Closing closing) {

    /** Who has said that the task is theirs. */
    record Claim(UUID by, String name, Instant at) {}

    /**
     * How the waiting has ended.
     *
     * @param outcome null if nobody has decided, or not by the task
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Closing(
            Instant at,
            @Nullable Outcome outcome,
            @Nullable String comment,
            @Nullable UUID by,
            @Nullable String name) {}
}
