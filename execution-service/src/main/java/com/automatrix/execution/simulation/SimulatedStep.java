package com.automatrix.execution.simulation;

import com.automatrix.contracts.message.StepError;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt of a step run in a simulation. */
record SimulatedStep(
        String stepRunId,
        String nodeId,
        String stepType,
        int attempt,
        String status,
        @JsonInclude @Nullable Object input,
        @JsonInclude @Nullable Object output,
        @Nullable StepError error,
        List<String> handles,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    SimulatedStep {
        handles = List.copyOf(handles);
    }
}
