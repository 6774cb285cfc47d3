package com.automatrix.execution.history;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.Usage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a step run, without what went in and came out.
 *
 * @param degraded whether an AI step answered by something less than what was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AttemptResponse(
        String id,
        String stepRunId,
        String nodeId,
        @Nullable String nodeName,
        String stepType,
        int attempt,
        String status,
        @Nullable StepError error,
        List<String> handles,
        @Nullable String worker,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Long durationMs,
        @Nullable Usage usage,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean degraded) {

    AttemptResponse {
        handles = List.copyOf(handles);
    }
}
