package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.dashboard.DashboardResponse.Ended;
import com.automatrix.execution.dashboard.DashboardResponse.Part;
import com.automatrix.execution.dashboard.DashboardResponse.Queue;
import com.automatrix.execution.dashboard.DashboardResponse.Took;
import com.automatrix.execution.dashboard.DashboardResponse.WorkflowLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How executions ended and how long they took, from what batches have added up. */
@Repository
class EndedFigures {

    private static final String ENDED = """
            sum(executions) FILTER (WHERE status = 'COMPLETED') AS completed,
            sum(executions) FILTER (WHERE status = 'FAILED') AS failed,
            sum(executions) FILTER (WHERE status = 'CANCELLED') AS cancelled
            """;
    private static final String MOMENT = "date_trunc(:unit, hour, :zone)";

    private final JdbcClient jdbc;

    EndedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Ended ended(Range range) {
        return RangeSql.of(jdbc, range, "SELECT " + ENDED + " FROM execution_rollups WHERE %s")
                .query((row, number) -> ended(row))
                .single();
    }

    Took took(Range range) {
        Durations durations = new Durations();
        RangeSql.of(jdbc, range, """
                        SELECT duration_class, sum(executions) AS executions FROM duration_rollups WHERE %s
                         GROUP BY duration_class""").query(row -> {
            durations.add(row.getInt("duration_class"), row.getLong("executions"));
        });
        return Took.of(durations);
    }

    Queue queue(Range range) {
        return RangeSql.of(jdbc, range, """
                        SELECT (sum(wait_ms_sum) / nullif(sum(executions), 0))::bigint AS average,
                               max(wait_ms_max) AS longest FROM queue_rollups WHERE %s""").query((row, number) -> queue(row)).single();
    }

    /** Each hour or day, also those in which nothing happened. */
    List<Part> parts(Range range) {
        Map<Instant, Ended> ended = new HashMap<>();
        overTime(
                        range,
                        "SELECT " + MOMENT + " AS moment, " + ENDED
                                + " FROM execution_rollups WHERE %s GROUP BY moment")
                .query(row -> {
                    ended.put(moment(row), ended(row));
                });
        Map<Instant, Durations> durations = new HashMap<>();
        overTime(range, "SELECT " + MOMENT + """
                         AS moment, duration_class, sum(executions) AS executions
                          FROM duration_rollups WHERE %s GROUP BY moment, duration_class""").query(row -> {
            durations
                    .computeIfAbsent(moment(row), at -> new Durations())
                    .add(row.getInt("duration_class"), row.getLong("executions"));
        });
        Map<Instant, Queue> queues = new HashMap<>();
        overTime(range, "SELECT " + MOMENT + """
                         AS moment, (sum(wait_ms_sum) / nullif(sum(executions), 0))::bigint AS average,
                               max(wait_ms_max) AS longest FROM queue_rollups WHERE %s GROUP BY moment""").query(row -> {
            queues.put(moment(row), queue(row));
        });
        List<Instant> beginnings = range.beginnings();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < beginnings.size(); i++) {
            Instant at = beginnings.get(i);
            Instant end = i + 1 < beginnings.size() ? beginnings.get(i + 1) : range.to();
            parts.add(new Part(
                    at,
                    end,
                    ended.getOrDefault(at, Ended.NONE),
                    Took.of(durations.getOrDefault(at, new Durations())),
                    queues.getOrDefault(at, Queue.NONE)));
        }
        return parts;
    }

    /** The workflows of which something ended, those that failed most first. */
    List<WorkflowLine> workflows(Range range, Names names) {
        Map<UUID, Durations> durations = new HashMap<>();
        RangeSql.of(jdbc, range, """
                        SELECT workflow_id, duration_class, sum(executions) AS executions FROM duration_rollups WHERE %s
                         GROUP BY workflow_id, duration_class""").query(row -> {
            durations
                    .computeIfAbsent(row.getObject("workflow_id", UUID.class), id -> new Durations())
                    .add(row.getInt("duration_class"), row.getLong("executions"));
        });
        return RangeSql.of(jdbc, range, "SELECT workflow_id, max(duration_ms_max) AS longest, " + ENDED + """
                         FROM execution_rollups WHERE %s GROUP BY workflow_id""")
                .query((row, number) -> {
                    WorkflowId id = new WorkflowId(row.getObject("workflow_id", UUID.class));
                    Durations took = durations.getOrDefault(id.value(), new Durations());
                    return new WorkflowLine(id, names.workflow(id), ended(row), Took.of(took), row.getLong("longest"));
                })
                .list()
                .stream()
                .sorted(Comparator.comparingLong(
                                (WorkflowLine line) -> -line.ended().failed())
                        .thenComparingLong(line -> -line.ended().completed())
                        .thenComparing(line -> line.id().value()))
                .toList();
    }

    private JdbcClient.StatementSpec overTime(Range range, String sql) {
        return RangeSql.of(jdbc, range, sql)
                .param("unit", range.bucket().name())
                .param("zone", range.bucketZone().getId());
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("moment", OffsetDateTime.class).toInstant();
    }

    private static Ended ended(ResultSet row) throws SQLException {
        return new Ended(row.getLong("completed"), row.getLong("failed"), row.getLong("cancelled"));
    }

    private static Queue queue(ResultSet row) throws SQLException {
        return new Queue(row.getObject("average", Long.class), row.getObject("longest", Long.class));
    }
}
