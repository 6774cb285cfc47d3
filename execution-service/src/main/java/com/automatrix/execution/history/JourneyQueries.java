package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.execution.persistence.Unnest;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Reads what several executions did, without what went in and came out. */
@Repository
class JourneyQueries {

    static final int MOST_STEPS = 100;

    private static final String STEPS = """
            SELECT l.* FROM unnest(?::uuid[]) AS e (id) CROSS JOIN LATERAL (
                SELECT execution_id, step_run_id, node_id, node_name, step_type, attempt, status, started_at, finished_at,
                       error ->> 'message' AS message, sequence
                  FROM execution_logs WHERE execution_id = e.id AND status <> 'SKIPPED'
                 ORDER BY sequence LIMIT %d) l
             ORDER BY l.sequence""".formatted(MOST_STEPS);

    private final JdbcTemplate jdbc;

    JourneyQueries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One attempt of a step run. */
    record Mark(
            @JsonIgnore ExecutionId executionId,
            String stepRunId,
            String nodeId,
            @Nullable String nodeName,
            String stepType,
            int attempt,
            String status,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String error) {}

    List<Mark> marks(List<ExecutionId> executions) {
        return Unnest.of(executions).uuid(ExecutionId::value).query(jdbc, STEPS, (row, number) -> mark(row));
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                new ExecutionId(row.getObject("execution_id", UUID.class)),
                row.getString("step_run_id"),
                row.getString("node_id"),
                row.getString("node_name"),
                row.getString("step_type"),
                row.getInt("attempt"),
                row.getString("status"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("message"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
