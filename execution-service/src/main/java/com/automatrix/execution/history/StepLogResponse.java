package com.automatrix.execution.history;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.Usage;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt of a step run. */
record StepLogResponse(
        String id,
        String stepRunId,
        String nodeId,
        @Nullable String nodeName,
        String stepType,
        int attempt,
        String status,
        @JsonInclude @Nullable Object input,
        @JsonInclude @Nullable Object output,
        @Nullable StepError error,
        List<String> handles,
        @Nullable String worker,
        @JsonInclude @Nullable Instant startedAt,
        @JsonInclude @Nullable Instant finishedAt,
        @JsonInclude @Nullable Long durationMs,
        @Nullable Usage usage) {

    StepLogResponse {
        handles = List.copyOf(handles);
    }
}
