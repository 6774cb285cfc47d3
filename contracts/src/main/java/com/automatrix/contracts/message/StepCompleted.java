package com.automatrix.contracts.message;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.StepRunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker's answer to {@link StepRequested}. Key: the execution id.
 *
 * @param worker the process that ran it
 */
public record StepCompleted(
        ExecutionId executionId,
        StepRunId stepRunId,
        int attempt,
        StepOutcome outcome,
        Instant startedAt,
        Instant finishedAt,
        String worker,
        @Nullable Usage usage) {}
