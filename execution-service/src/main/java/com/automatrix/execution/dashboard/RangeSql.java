package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.WorkflowId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements over a range of the rollups. */
final class RangeSql {

    /** Each part is looked up in the table's key by itself: no hour is asked which day of the zone it belongs to. */
    private static final String PARTS = """
            WITH parts AS MATERIALIZED (
                SELECT * FROM unnest(:begins::timestamptz[], :ends::timestamptz[])
                    WITH ORDINALITY AS p (begins, ends, part))
            """;

    private RangeSql() {}

    /**
     * @param sql with {@code %s} behind the table of rollups, where its rows are joined to the hours or days of the range
     *     as {@code part}, counted from 1
     */
    static JdbcClient.StatementSpec of(JdbcClient jdbc, Range range, String sql) {
        WorkflowId workflow = range.workflowId();
        String join = "JOIN parts ON hour >= begins AND hour < ends"
                + (workflow == null ? "" : " AND workflow_id = :workflowId");
        List<Instant> begins = range.beginnings();
        JdbcClient.StatementSpec statement = jdbc.sql(PARTS + sql.formatted(join))
                .param("begins", texts(begins.stream()))
                .param("ends", texts(Stream.concat(begins.stream().skip(1), Stream.of(range.to()))));
        return workflow == null ? statement : statement.param("workflowId", workflow.value());
    }

    private static String[] texts(Stream<Instant> instants) {
        return instants.map(Instant::toString).toArray(String[]::new);
    }
}
