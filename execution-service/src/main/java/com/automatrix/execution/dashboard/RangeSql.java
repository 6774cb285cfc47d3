package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.WorkflowId;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements over a range of the rollups. */
final class RangeSql {

    private RangeSql() {}

    /** @param sql with {@code %s} where the condition of the range stands */
    static JdbcClient.StatementSpec of(JdbcClient jdbc, Range range, String sql) {
        WorkflowId workflow = range.workflowId();
        String condition = "hour >= :from AND hour < :to" + (workflow == null ? "" : " AND workflow_id = :workflowId");
        JdbcClient.StatementSpec statement = jdbc.sql(sql.formatted(condition))
                .param("from", Timestamp.from(range.from()))
                .param("to", Timestamp.from(range.to()));
        return workflow == null ? statement : statement.param("workflowId", workflow.value());
    }
}
