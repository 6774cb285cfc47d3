package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.dashboard.DashboardResponse.ErrorGroup;
import com.automatrix.execution.dashboard.DashboardResponse.Leads;
import com.automatrix.execution.history.HistoryIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why executions failed, and how leads were answered. */
@Repository
class CauseFigures {

    private static final int MOST_GROUPS = 20;

    private static final String ERRORS = """
            SELECT workflow_id, code, node_id, sum(executions) AS count, min(first_at) AS first_seen,
                   max(last_at) AS last_seen, (array_agg(message ORDER BY last_at DESC))[1] AS message,
                   (array_agg(workflow_name ORDER BY last_at DESC))[1] AS name,
                   (array_agg(last_execution_id ORDER BY last_at DESC))[1] AS last_id
              FROM %s
             GROUP BY workflow_id, code, node_id ORDER BY count DESC, last_seen DESC LIMIT :groups""";

    private final JdbcClient jdbc;

    CauseFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Of the leads that came in the range. One that began executions of several workflows is one lead; its first answer
     * counts, whoever gave it.
     */
    Leads leads(Range range) {
        WorkflowId workflow = range.workflowId();
        return jdbc.sql("""
                SELECT count(*) AS received, count(answered) AS answered,
                       round(percentile_cont(0.5)
                           WITHIN GROUP (ORDER BY greatest(0, extract(epoch FROM answered - received) * 1000))
                           FILTER (WHERE answered IS NOT NULL))::bigint AS median
                  FROM (SELECT min(received_at) AS received, min(answered_at) AS answered FROM lead_executions
                         WHERE execution_id >= :from AND execution_id < :to
                           AND (:workflowId::uuid IS NULL OR workflow_id = :workflowId::uuid)
                         GROUP BY lead) leads""")
                .param("from", HistoryIds.floor(range.from()))
                .param("to", HistoryIds.floor(range.to()))
                .param("workflowId", workflow == null ? null : workflow.value(), Types.OTHER)
                .query((row, number) -> new Leads(
                        row.getLong("received"), row.getLong("answered"), row.getObject("median", Long.class)))
                .single();
    }

    /** The most frequent first. */
    List<ErrorGroup> errors(Range range, Names names) {
        return RangeSql.of(jdbc, range, "error_rollups", ERRORS)
                .param("groups", MOST_GROUPS)
                .query((row, number) -> group(row, names))
                .list();
    }

    private static ErrorGroup group(ResultSet row, Names names) throws SQLException {
        WorkflowId workflow = new WorkflowId(row.getObject("workflow_id", UUID.class));
        String nodeId = row.getString("node_id");
        boolean isOfStep = !nodeId.isEmpty();
        return new ErrorGroup(
                workflow,
                row.getString("name"),
                isOfStep ? nodeId : null,
                isOfStep ? names.node(workflow, nodeId) : null,
                row.getString("code"),
                row.getString("message"),
                row.getLong("count"),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                new ExecutionId(row.getObject("last_id", UUID.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
