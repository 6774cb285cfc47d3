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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How executions ended and how long they took, from what batches have added up. */
@Repository
class EndedFigures {

    private static final String ENDED = """
            SELECT part, workflow_id, max(duration_ms_max) AS longest,
                   sum(executions) FILTER (WHERE status = 'COMPLETED') AS completed,
                   sum(executions) FILTER (WHERE status = 'FAILED') AS failed,
                   sum(executions) FILTER (WHERE status = 'CANCELLED') AS cancelled
              FROM %s
             GROUP BY GROUPING SETS ((part), (workflow_id), ())""";

    private static final String DURATIONS = """
            SELECT part, workflow_id, duration_class, sum(executions) AS executions
              FROM %s
             GROUP BY GROUPING SETS ((part, duration_class), (workflow_id, duration_class), (duration_class))""";

    private static final String QUEUE = """
            SELECT part, NULL::uuid AS workflow_id, (sum(wait_ms_sum) / nullif(sum(executions), 0))::bigint AS average,
                   max(wait_ms_max) AS longest
              FROM %s
             GROUP BY GROUPING SETS ((part), ())""";

    private final JdbcClient jdbc;

    EndedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was added up for one part of a range, for one workflow, or for all. */
    private record Group(@Nullable Long part, @Nullable UUID workflow) {

        private static final Group ALL = new Group(null, null);

        private static Group of(ResultSet row) throws SQLException {
            return new Group(row.getObject("part", Long.class), row.getObject("workflow_id", UUID.class));
        }
    }

    /** The figures of one range. */
    static final class Figures {

        private final Map<Group, Ended> ended = new HashMap<>();
        private final Map<Group, Long> longest = new HashMap<>();
        private final Map<Group, Durations> durations = new HashMap<>();
        private final Map<Group, Queue> queues = new HashMap<>();

        private Figures() {}

        Ended ended() {
            return ended(Group.ALL);
        }

        Took took() {
            return took(Group.ALL);
        }

        Queue queue() {
            return queues.getOrDefault(Group.ALL, Queue.NONE);
        }

        private Ended ended(Group group) {
            return ended.getOrDefault(group, Ended.NONE);
        }

        private Took took(Group group) {
            return Took.of(durations.getOrDefault(group, new Durations()));
        }

        /** Each hour or day, also those in which nothing happened. */
        List<Part> parts(Range range) {
            List<Instant> beginnings = range.beginnings();
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < beginnings.size(); i++) {
                Instant end = i + 1 < beginnings.size() ? beginnings.get(i + 1) : range.to();
                Group group = new Group(i + 1L, null);
                parts.add(new Part(
                        beginnings.get(i), end, ended(group), took(group), queues.getOrDefault(group, Queue.NONE)));
            }
            return parts;
        }

        /** The workflows of which something ended, those that failed most first. */
        List<WorkflowLine> workflows(Names names) {
            return ended.keySet().stream()
                    .filter(group -> group.workflow != null)
                    .map(group -> line(group, names))
                    .sorted(Comparator.comparingLong(
                                    (WorkflowLine line) -> -line.ended().failed())
                            .thenComparingLong(line -> -line.ended().completed())
                            .thenComparing(line -> line.id().value()))
                    .toList();
        }

        private WorkflowLine line(Group group, Names names) {
            WorkflowId id = new WorkflowId(Objects.requireNonNull(group.workflow));
            return new WorkflowLine(id, names.workflow(id), ended(group), took(group), longest.getOrDefault(group, 0L));
        }
    }

    Figures of(Range range) {
        Figures figures = new Figures();
        RangeSql.of(jdbc, range, "execution_rollups", ENDED).query(row -> {
            Group group = Group.of(row);
            figures.ended.put(
                    group, new Ended(row.getLong("completed"), row.getLong("failed"), row.getLong("cancelled")));
            figures.longest.put(group, row.getLong("longest"));
        });
        RangeSql.of(jdbc, range, "duration_rollups", DURATIONS).query(row -> {
            figures.durations
                    .computeIfAbsent(Group.of(row), group -> new Durations())
                    .add(row.getInt("duration_class"), row.getLong("executions"));
        });
        RangeSql.of(jdbc, range, "queue_rollups", QUEUE).query(row -> {
            figures.queues.put(
                    Group.of(row),
                    new Queue(row.getObject("average", Long.class), row.getObject("longest", Long.class)));
        });
        return figures;
    }
}
