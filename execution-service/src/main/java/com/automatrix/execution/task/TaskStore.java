package com.automatrix.execution.task;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.execution.engine.EngineCommand.CloseTask;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.persistence.Unnest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of tasks as the owner of a partition writes it, inside its batches. */
@Repository
public class TaskStore {

    private final JdbcTemplate jdbc;

    TaskStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A step run of an execution. */
    public record Asked(UUID executionId, StepRunId step) {}

    /**
     * Writes what a batch changes. A task that is there, or closed, already stays as it is.
     *
     * @throws ConcurrencyFailureException if somebody has decided about a task that was about to expire: the batch, tried
     *     again, sees the decision
     */
    public void write(TaskChanges changes, Instant now) {
        if (changes.isEmpty()) {
            return;
        }
        open(changes.opened());
        close(changes.closed(), now);
        if (isAnyDecided(changes.expired())) {
            throw new ConcurrencyFailureException(
                    "Expected a task to end without a decision, but somebody has decided at that moment");
        }
    }

    private void open(Collection<TaskRow> rows) {
        Unnest.of(rows)
                .uuid(row -> row.task().id())
                .uuid(TaskRow::executionId)
                .text(row -> row.task().step().toString())
                .uuid(TaskRow::workflowId)
                .text(TaskRow::workflowName)
                .text(TaskRow::correlationId)
                .text(row -> row.task().kind().name())
                .text(row -> row.task().question().title())
                .text(row -> row.task().question().instructions())
                .text(row -> JsonText.write(row.task().question().context()))
                .text(row -> JsonText.write(row.task().question().form()))
                .text(row -> row.task().question().priority().name())
                .bool(row -> row.task().bulk())
                .text(row -> row.task().addressee().role())
                .text(row -> row.task().addressee().assignee())
                .text(row -> row.task().addressee().escalateTo())
                .time(row -> row.task().times().openedAt())
                .time(row -> row.task().times().dueAt())
                .time(row -> row.task().times().expiresAt())
                .time(row -> row.task().times().remindAt())
                .time(row -> row.task().times().escalateAt())
                .update(jdbc, """
                        INSERT INTO human_tasks (id, execution_id, step_run_id, workflow_id, workflow_name, correlation_id,
                               kind, title, instructions, context, form, priority, bulk, role, assignee, escalate_to,
                               opened_at, due_at, expires_at, remind_at, escalate_at, sort_at)
                        SELECT id, execution_id, step_run_id, workflow_id, workflow_name, correlation_id, kind, title,
                               instructions, context::json, form::json, priority, bulk, role, assignee, escalate_to,
                               opened_at, due_at, expires_at, remind_at, escalate_at,
                               coalesce(due_at, expires_at, '9999-12-31T00:00:00Z')
                          FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                                      ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[], ?::text[],
                                      ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                                      ?::timestamptz[], ?::timestamptz[])
                               AS t (id, execution_id, step_run_id, workflow_id, workflow_name, correlation_id, kind,
                                     title, instructions, context, form, priority, bulk, role, assignee, escalate_to,
                                     opened_at, due_at, expires_at, remind_at, escalate_at)
                        ON CONFLICT DO NOTHING""");
    }

    private void close(Map<UUID, CloseTask.As> closed, Instant now) {
        Unnest.of(closed.entrySet())
                .uuid(Map.Entry::getKey)
                .text(entry -> state(entry.getValue()))
                .time(entry -> now)
                .update(jdbc, """
                        WITH closed AS (
                            UPDATE human_tasks t SET state = c.state, closed_at = c.closed_at
                              FROM unnest(?::uuid[], ?::text[], ?::timestamptz[]) AS c (id, state, closed_at)
                             WHERE t.id = c.id AND t.state = 'OPEN'
                            RETURNING t.execution_id, t.state, t.closed_at)
                        UPDATE lead_executions l SET answered_at = c.closed_at
                          FROM closed c
                         WHERE l.execution_id = c.execution_id AND c.state = 'DONE' AND l.answered_at IS NULL""");
    }

    private static String state(CloseTask.As as) {
        return switch (as) {
            case DECIDED -> "DONE";
            case EXPIRED -> "EXPIRED";
            case CANCELLED -> "CANCELLED";
        };
    }

    /** Which of these step runs somebody has decided about, so that the decision is on its way to them. */
    public Set<Asked> decided(Collection<Asked> asked) {
        return new HashSet<>(Unnest.of(asked)
                .uuid(Asked::executionId)
                .text(one -> one.step().toString())
                .query(
                        jdbc,
                        """
                        SELECT t.execution_id, t.step_run_id
                          FROM human_tasks t JOIN unnest(?::uuid[], ?::text[]) AS a (execution_id, step_run_id)
                               USING (execution_id, step_run_id)
                         WHERE t.state = 'DONE'""",
                        (row, number) -> new Asked(
                                row.getObject("execution_id", UUID.class),
                                StepRunId.parse(row.getString("step_run_id")))));
    }

    /** Which of these tasks a person can decide about, or has. */
    public Set<UUID> answerable(Collection<UUID> ids) {
        return new HashSet<>(Unnest.of(ids)
                .uuid(id -> id)
                .query(
                        jdbc,
                        "SELECT id FROM human_tasks WHERE id = ANY (?::uuid[]) AND state IN ('OPEN', 'DONE')",
                        (row, number) -> row.getObject("id", UUID.class)));
    }

    private boolean isAnyDecided(List<UUID> ids) {
        return !Unnest.of(ids)
                .uuid(id -> id)
                .query(
                        jdbc,
                        "SELECT id FROM human_tasks WHERE id = ANY (?::uuid[]) AND state = 'DONE'",
                        (row, number) -> row.getString("id"))
                .isEmpty();
    }
}
