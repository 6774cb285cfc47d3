package com.automatrix.execution.persistence;

import com.automatrix.contracts.message.Origin;
import com.automatrix.contracts.message.Origin.Caller;
import com.automatrix.contracts.message.Origin.Rerun;
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
        @Nullable Origin origin,
        @Nullable String input,
        Instant startedAt) {

    @Nullable
    Caller caller() {
        return origin == null ? null : origin.caller();
    }

    @Nullable
    Rerun rerun() {
        return origin == null ? null : origin.rerun();
    }
}
