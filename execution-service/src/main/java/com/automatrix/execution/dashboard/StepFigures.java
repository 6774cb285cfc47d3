package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.dashboard.DashboardResponse.ModelLine;
import com.automatrix.execution.dashboard.DashboardResponse.ModelUse;
import com.automatrix.execution.dashboard.DashboardResponse.StepLine;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How steps did and what they used, from what batches have added up. */
@Repository
class StepFigures {

    private static final int MOST = 10;

    /** What was counted before steps were told apart has no name. */
    private static final String STEPS = """
            SELECT workflow_id, node_id, sum(attempts) AS attempts,
                   coalesce(sum(attempts) FILTER (WHERE status = 'FAILED'), 0) AS failed,
                   (sum(duration_ms_sum) / sum(attempts))::bigint AS average, max(duration_ms_max) AS longest
              FROM (SELECT hour, workflow_id, node_id, status, attempts, duration_ms_sum, duration_ms_max
                      FROM step_rollups WHERE hour >= :from AND hour < :firstDay
                    UNION ALL
                    SELECT day, workflow_id, node_id, status, attempts, duration_ms_sum, duration_ms_max
                      FROM step_day_rollups WHERE day >= :firstDay AND day < :lastDay
                    UNION ALL
                    SELECT hour, workflow_id, node_id, status, attempts, duration_ms_sum, duration_ms_max
                      FROM step_rollups WHERE hour >= :lastDay AND hour < :to) counted
             WHERE node_id <> '' AND (:workflowId::uuid IS NULL OR workflow_id = :workflowId::uuid)
             GROUP BY workflow_id, node_id""";

    private final JdbcClient jdbc;

    /** The whole days of UTC inside a range, from the first up to the last; none is an empty one at the range's end. */
    private record Days(Instant first, Instant last) {

        static Days inside(Range range) {
            Instant last = range.to().truncatedTo(ChronoUnit.DAYS);
            Instant day = range.from().truncatedTo(ChronoUnit.DAYS);
            Instant first = day.equals(range.from()) ? day : day.plus(1, ChronoUnit.DAYS);
            return first.isBefore(last) ? new Days(first, last) : new Days(range.to(), range.to());
        }
    }

    StepFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All steps of which an attempt ended. */
    List<StepLine> steps(Range range, Names names) {
        WorkflowId workflow = range.workflowId();
        Days days = Days.inside(range);
        return jdbc.sql(STEPS)
                .param("from", Timestamp.from(range.from()))
                .param("firstDay", Timestamp.from(days.first))
                .param("lastDay", Timestamp.from(days.last))
                .param("to", Timestamp.from(range.to()))
                .param("workflowId", workflow == null ? null : workflow.value(), Types.OTHER)
                .query((row, number) -> {
                    WorkflowId id = new WorkflowId(row.getObject("workflow_id", UUID.class));
                    String nodeId = row.getString("node_id");
                    return new StepLine(
                            id,
                            names.workflow(id),
                            nodeId,
                            names.node(id, nodeId),
                            row.getLong("attempts"),
                            row.getLong("failed"),
                            row.getLong("average"),
                            row.getLong("longest"));
                })
                .list();
    }

    static List<StepLine> slowest(List<StepLine> steps) {
        return steps.stream()
                .sorted(Comparator.comparingLong((StepLine step) -> -step.averageMs())
                        .thenComparing(step -> step.workflowId().value())
                        .thenComparing(StepLine::nodeId))
                .limit(MOST)
                .toList();
    }

    static List<StepLine> failing(List<StepLine> steps) {
        return steps.stream()
                .filter(step -> step.failed() > 0)
                .sorted(Comparator.comparingLong((StepLine step) -> -step.failed())
                        .thenComparing(step -> step.workflowId().value())
                        .thenComparing(StepLine::nodeId))
                .limit(MOST)
                .toList();
    }

    /** The dearest first. */
    List<ModelLine> models(Range range, Names names) {
        return RangeSql.of(jdbc, range, "model_rollups", """
                        SELECT workflow_id, model, sum(calls) AS calls, sum(prompt_tokens) AS prompt_tokens,
                               sum(completion_tokens) AS completion_tokens, sum(cost) AS cost
                          FROM %s
                         GROUP BY workflow_id, model ORDER BY cost DESC, calls DESC, workflow_id, model""")
                .query((row, number) -> {
                    WorkflowId id = new WorkflowId(row.getObject("workflow_id", UUID.class));
                    return new ModelLine(
                            id,
                            names.workflow(id),
                            row.getString("model"),
                            new ModelUse(
                                    row.getLong("calls"),
                                    row.getLong("prompt_tokens"),
                                    row.getLong("completion_tokens"),
                                    row.getBigDecimal("cost")));
                })
                .list();
    }
}
