package com.automatrix.execution.persistence;

import com.automatrix.contracts.message.TriggerRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new row of {@code workflow_executions}: what is known of an execution before it runs. */
public record ExecutionRow(
        UUID id,
        UUID workflowId,
        int workflowVersion,
        String workflowName,
        TriggerRef trigger,
        String correlationId,
        @Nullable String startedBy,
        @Nullable String input,
        Instant startedAt) {}
