package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.dashboard.DashboardResponse.ErrorGroup;
import com.automatrix.execution.dashboard.DashboardResponse.Leads;
import com.automatrix.execution.history.HistoryIds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What only the history itself can tell. Its executions are those that were asked for in the range: ids hold the time. */
@Repository
class HistoryFigures {

    /** Failures older than the newest so many of a range are in no group. */
    private static final int MOST_FAILURES = 20_000;

    private static final int MOST_GROUPS = 20;

    static final String ERRORS = """
            SELECT workflow_id, code, node_id, count(*) AS count, min(at) AS first_seen, max(at) AS last_seen,
                   (array_agg(message ORDER BY id DESC))[1] AS message, (array_agg(name ORDER BY id DESC))[1] AS name,
                   (array_agg(id ORDER BY id DESC))[1] AS last_id
              FROM (SELECT id, workflow_id, workflow_name AS name, error ->> 'code' AS code,
                           error ->> 'nodeId' AS node_id, left(error ->> 'message', 500) AS message, finished_at AS at
                      FROM workflow_executions
                     WHERE status = 'FAILED' AND id >= :from AND id < :to%s
                     ORDER BY id DESC LIMIT :failures) failed
             GROUP BY workflow_id, code, node_id ORDER BY count DESC, last_seen DESC LIMIT :groups""";

    static final String LEADS = """
            WITH contacts AS (
                SELECT execution_id, min(at) AS at FROM (
                    SELECT execution_id, coalesce(sent_at, created_at) AS at FROM messages
                     WHERE id >= :from AND state IN ('OUTBOX', 'SENT', 'DELIVERED')
                    UNION ALL
                    SELECT execution_id, closed_at FROM human_tasks WHERE id >= :from AND state = 'DONE') each
                 GROUP BY execution_id),
            leads AS (
                SELECT coalesce(e.input_data ->> 'leadId', e.event_id) AS lead, min(e.started_at) AS received,
                       min(c.at) AS contacted
                  FROM workflow_executions e LEFT JOIN contacts c ON c.execution_id = e.id
                 WHERE e.trigger_kind = 'EVENT' AND e.event_type = 'com.automatrix.lead.received.v1'
                   AND e.id >= :from AND e.id < :to%s
                 GROUP BY lead)
            SELECT count(*) AS received, count(contacted) AS answered,
                   round(percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, extract(epoch FROM contacted - received) * 1000))
                       FILTER (WHERE contacted IS NOT NULL))::bigint AS median
              FROM leads""";

    private final JdbcClient jdbc;

    HistoryFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Leads leads(Range range) {
        return statement(range, LEADS)
                .query((row, number) -> new Leads(
                        row.getLong("received"), row.getLong("answered"), row.getObject("median", Long.class)))
                .single();
    }

    /** The most frequent first. */
    List<ErrorGroup> errors(Range range, Names names) {
        return statement(range, ERRORS)
                .param("failures", MOST_FAILURES)
                .param("groups", MOST_GROUPS)
                .query((row, number) -> group(row, names))
                .list();
    }

    private static ErrorGroup group(ResultSet row, Names names) throws SQLException {
        WorkflowId workflow = new WorkflowId(row.getObject("workflow_id", UUID.class));
        String nodeId = row.getString("node_id");
        String code = row.getString("code");
        String message = row.getString("message");
        return new ErrorGroup(
                workflow,
                row.getString("name"),
                nodeId,
                nodeId == null ? null : names.node(workflow, nodeId),
                code == null ? "" : code,
                message == null ? "" : message,
                row.getLong("count"),
                instant(row, "first_seen"),
                instant(row, "last_seen"),
                new ExecutionId(row.getObject("last_id", UUID.class)));
    }

    private JdbcClient.StatementSpec statement(Range range, String sql) {
        WorkflowId workflow = range.workflowId();
        JdbcClient.StatementSpec statement = jdbc.sql(
                        sql.formatted(workflow == null ? "" : " AND workflow_id = :workflowId"))
                .param("from", HistoryIds.floor(range.from()))
                .param("to", HistoryIds.floor(range.to()));
        return workflow == null ? statement : statement.param("workflowId", workflow.value());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
