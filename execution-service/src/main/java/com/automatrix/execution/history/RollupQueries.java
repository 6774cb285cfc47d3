package com.automatrix.execution.history;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.history.MetricsResponse.Ended;
import com.automatrix.execution.history.MetricsResponse.Part;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the figures that batches have added up, never the history itself. */
@Repository
class RollupQueries {

    private static final String EXECUTIONS = "executions";

    private final JdbcClient jdbc;

    RollupQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(Instant at, String what, Ended ended) {}

    MetricsResponse read(MetricsFilter filter) {
        SortedMap<Instant, List<Line>> parts = new TreeMap<>();
        for (Line line : lines(filter)) {
            parts.computeIfAbsent(line.at, at -> new ArrayList<>()).add(line);
        }
        List<Part> buckets = new ArrayList<>();
        parts.forEach((at, lines) -> buckets.add(new Part(at, ended(lines, true), ended(lines, false))));
        return new MetricsResponse(filter.from(), filter.to(), filter.bucket(), buckets);
    }

    private List<Line> lines(MetricsFilter filter) {
        WorkflowId workflow = filter.workflowId();
        JdbcClient.StatementSpec statement = jdbc.sql(figures(workflow == null ? "" : " AND workflow_id = :workflowId"))
                .param("unit", filter.bucket().name())
                .param("zone", filter.zone().getId())
                .param("from", Timestamp.from(filter.from()))
                .param("to", Timestamp.from(filter.to()));
        if (workflow != null) {
            statement = statement.param("workflowId", workflow.value());
        }
        return statement
                .query((row, number) -> new Line(
                        row.getObject("moment", OffsetDateTime.class).toInstant(),
                        row.getString("what"),
                        new Ended(
                                row.getString("status"),
                                row.getLong("count"),
                                row.getLong("average"),
                                row.getLong("longest"))))
                .list();
    }

    /** Added up by the hour first: asking of each step's hour in which day it is would take most of the time. */
    private static String figures(String ofWorkflow) {
        return """
                SELECT date_trunc(:unit, hour, :zone) AS moment, what, status, sum(count) AS count,
                       (sum(duration) / sum(count))::bigint AS average, max(longest) AS longest
                  FROM (SELECT 'executions' AS what, hour, status, sum(executions) AS count,
                               sum(duration_ms_sum) AS duration, max(duration_ms_max) AS longest
                          FROM execution_rollups WHERE hour >= :from AND hour < :to%1$s GROUP BY hour, status
                        UNION ALL
                        SELECT 'steps', hour, status, sum(attempts), sum(duration_ms_sum), max(duration_ms_max)
                          FROM step_rollups WHERE hour >= :from AND hour < :to%1$s GROUP BY hour, status) by_hour
                 GROUP BY moment, what, status ORDER BY moment, what, status""".formatted(ofWorkflow);
    }

    private static List<Ended> ended(List<Line> lines, boolean executions) {
        return lines.stream()
                .filter(line -> line.what.equals(EXECUTIONS) == executions)
                .map(Line::ended)
                .toList();
    }
}
