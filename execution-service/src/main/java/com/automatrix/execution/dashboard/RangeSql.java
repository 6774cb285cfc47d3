package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.WorkflowId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements over a range of the rollups. */
final class RangeSql {

    private RangeSql() {}

    /**
     * @param table of rollups
     * @param sql what to do with its rows, with {@code %s} where they come from; each has the hour or day of the range that
     *     it belongs to as {@code part}, counted from 1
     */
    static JdbcClient.StatementSpec of(JdbcClient jdbc, Range range, String table, String sql) {
        WorkflowId workflow = range.workflowId();
        // OFFSET 0 keeps the planner from joining the whole table: each part is looked up by the key, however many
        // there are.
        String rows = """
                unnest(:begins::timestamptz[], :ends::timestamptz[]) WITH ORDINALITY AS p (begins, ends, part)
                CROSS JOIN LATERAL (SELECT * FROM %s WHERE hour >= begins AND hour < ends%s OFFSET 0) counted""".formatted(table, workflow == null ? "" : " AND workflow_id = :workflowId");
        List<Instant> begins = range.beginnings();
        JdbcClient.StatementSpec statement = jdbc.sql(sql.formatted(rows))
                .param("begins", texts(begins.stream()))
                .param("ends", texts(Stream.concat(begins.stream().skip(1), Stream.of(range.to()))));
        return workflow == null ? statement : statement.param("workflowId", workflow.value());
    }

    private static String[] texts(Stream<Instant> instants) {
        return instants.map(Instant::toString).toArray(String[]::new);
    }
}
