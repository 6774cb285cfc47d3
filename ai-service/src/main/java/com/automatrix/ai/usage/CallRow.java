package com.automatrix.ai.usage;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request to a model, for people.
 *
 * @param messages as they left, with tokens in place of personal data; null in lists
 * @param answer as it came, with tokens; null in lists, and when there was none
 * @param hasFullText whether the full text is kept, for administrators
 */
record CallRow(
        UUID id,
        Instant startedAt,
        long latencyMs,
        String purpose,
        String provider,
        String model,
        @Nullable UUID executionId,
        @Nullable UUID workflowId,
        @Nullable String stepRunId,
        @Nullable Integer attempt,
        @Nullable String prompt,
        @Nullable Integer promptVersion,
        int round,
        String outcome,
        boolean degraded,
        long promptTokens,
        long completionTokens,
        @Nullable BigDecimal cost,
        String hash,
        @JsonRawValue @Nullable String messages,
        @Nullable String answer,
        boolean hasFullText) {

    static CallRow read(ResultSet row, boolean whole) throws SQLException {
        return new CallRow(
                row.getObject("id", UUID.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getLong("latency_ms"),
                row.getString("purpose"),
                row.getString("provider"),
                row.getString("model"),
                row.getObject("execution_id", UUID.class),
                row.getObject("workflow_id", UUID.class),
                row.getString("step_run_id"),
                row.getObject("attempt", Integer.class),
                row.getString("prompt"),
                row.getObject("prompt_version", Integer.class),
                row.getInt("round"),
                row.getString("outcome"),
                row.getBoolean("degraded"),
                row.getLong("prompt_tokens"),
                row.getLong("completion_tokens"),
                row.getBigDecimal("cost"),
                row.getString("hash"),
                whole ? row.getString("messages") : null,
                whole ? row.getString("answer") : null,
                row.getBoolean("has_full_text"));
    }
}
