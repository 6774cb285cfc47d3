package com.automatrix.execution.dashboard;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.dashboard.DashboardResponse.ModelLine;
import com.automatrix.execution.dashboard.DashboardResponse.ModelUse;
import com.automatrix.execution.dashboard.DashboardResponse.StepLine;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How steps did and what they used, from what batches have added up. */
@Repository
class StepFigures {

    private static final int MOST = 10;

    private final JdbcClient jdbc;

    StepFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All steps of which an attempt ended. */
    List<StepLine> steps(Range range, Names names) {
        // What was counted before steps were told apart has no name.
        return RangeSql.of(jdbc, range, """
                        SELECT workflow_id, node_id, sum(attempts) AS attempts,
                               coalesce(sum(attempts) FILTER (WHERE status = 'FAILED'), 0) AS failed,
                               (sum(duration_ms_sum) / sum(attempts))::bigint AS average, max(duration_ms_max) AS longest
                          FROM step_rollups WHERE %s AND node_id <> ''
                         GROUP BY workflow_id, node_id""")
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
        return RangeSql.of(jdbc, range, """
                        SELECT workflow_id, model, sum(calls) AS calls, sum(prompt_tokens) AS prompt_tokens,
                               sum(completion_tokens) AS completion_tokens, sum(cost) AS cost
                          FROM model_rollups WHERE %s
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
