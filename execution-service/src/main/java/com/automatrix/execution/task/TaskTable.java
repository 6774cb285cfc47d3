package com.automatrix.execution.task;

import com.automatrix.execution.engine.HumanTask.Kind;
import com.automatrix.execution.engine.HumanTask.Priority;
import com.automatrix.execution.persistence.JsonText;
import com.automatrix.execution.task.TaskSummary.Claim;
import com.automatrix.execution.task.TaskSummary.Closing;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.security.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tasks as people see and change it. */
@Repository
class TaskTable {

    private static final String MINE = """
            (t.assignee = :email OR t.claimed_by = :me OR t.decided_by = :me
             OR (t.assignee IS NULL AND t.claimed_by IS NULL
                 AND (t.role = ANY (:groups) OR (t.escalated_at IS NOT NULL AND t.escalate_to = ANY (:groups)))))""";

    /** Where a task that is never due comes in the list. */
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;

    TaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<StoredTask> find(UUID id) {
        return one("SELECT t.* FROM human_tasks t WHERE t.id = :id", id);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<StoredTask> lock(UUID id) {
        return one("SELECT t.* FROM human_tasks t WHERE t.id = :id FOR UPDATE", id);
    }

    private Optional<StoredTask> one(String sql, UUID id) {
        return jdbc.sql(sql)
                .param("id", id)
                .query((row, number) -> new StoredTask(
                        summary(row),
                        row.getString("instructions"),
                        JsonText.read(row.getString("context")),
                        JsonText.read(row.getString("form")),
                        JsonText.read(row.getString("answer")),
                        row.getObject("decision_id", UUID.class)))
                .optional();
    }

    /**
     * Those that are open come in the order in which they are due, those that are closed with the newest first.
     *
     * @param after the last one of the page before
     */
    List<TaskSummary> list(TaskFilter filter, CurrentUser user, Optional<Cursor> after, Page page) {
        boolean isOpen = filter.state() == TaskState.OPEN;
        String place = isOpen ? "(t.sort_at, t.id) > (:sortAt, :after)" : "t.id < :after";
        return jdbc.sql("""
                        SELECT t.* FROM human_tasks t
                         WHERE t.state = :state AND (NOT :isMine OR %s)
                           AND (:role::text IS NULL OR t.role = :role
                                OR (t.escalated_at IS NOT NULL AND t.escalate_to = :role))
                           AND (:workflowId::uuid IS NULL OR t.workflow_id = :workflowId)
                           AND (:executionId::uuid IS NULL OR t.execution_id = :executionId)
                           AND (NOT :isOverdue OR t.due_at < :now)
                           AND (:after::uuid IS NULL OR %s)
                         ORDER BY %s LIMIT :rows""".formatted(MINE, place, isOpen ? "t.sort_at, t.id" : "t.id DESC"))
                .param("state", filter.state().name())
                .param("isMine", filter.isMine())
                .param("email", user.email())
                .param("me", user.id())
                .param("groups", groups(user))
                .param("role", filter.role(), Types.VARCHAR)
                .param("workflowId", filter.workflowId(), Types.OTHER)
                .param("executionId", filter.executionId(), Types.OTHER)
                .param("isOverdue", filter.isOverdue())
                .param("now", time(page.now()))
                .param("sortAt", time(after.map(cursor -> cursor.instant(0)).orElse(page.now())))
                .param("after", after.map(cursor -> cursor.uuid(1)).orElse(null), Types.OTHER)
                .param("rows", page.rows())
                .query((row, number) -> summary(row))
                .list();
    }

    /** How many rows to read, and as of when. */
    record Page(int rows, Instant now) {}

    /** Where the next page begins after a task. */
    static Cursor cursor(TaskSummary task) {
        Instant sortAt = task.dueAt() == null ? task.expiresAt() : task.dueAt();
        return Cursor.of(sortAt == null ? FAR : sortAt, task.id());
    }

    TaskCounts count(CurrentUser user, Instant now) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE %1$s) AS mine,
                               count(*) FILTER (WHERE t.claimed_by = :me) AS claimed,
                               count(*) FILTER (WHERE t.due_at < :now AND %1$s) AS overdue,
                               count(*) AS total
                          FROM human_tasks t WHERE t.state = 'OPEN'""".formatted(MINE))
                .param("email", user.email())
                .param("me", user.id())
                .param("groups", groups(user))
                .param("now", time(now))
                .query((row, number) -> new TaskCounts(
                        row.getLong("mine"), row.getLong("claimed"), row.getLong("overdue"), row.getLong("total")))
                .single();
    }

    void claim(UUID id, CurrentUser user, Instant now) {
        jdbc.sql("UPDATE human_tasks SET claimed_by = :me, claimed_name = :name, claimed_at = :now WHERE id = :id")
                .param("id", id)
                .param("me", user.id())
                .param("name", user.name())
                .param("now", time(now))
                .update();
    }

    void release(UUID id) {
        jdbc.sql("UPDATE human_tasks SET claimed_by = NULL, claimed_name = NULL, claimed_at = NULL WHERE id = :id")
                .param("id", id)
                .update();
    }

    void reassign(UUID id, String role, @Nullable String assignee) {
        jdbc.sql("""
                        UPDATE human_tasks
                           SET role = :role, assignee = :assignee, claimed_by = NULL, claimed_name = NULL, claimed_at = NULL,
                               given_told_at = NULL
                         WHERE id = :id""")
                .param("id", id)
                .param("role", role)
                .param("assignee", assignee, Types.VARCHAR)
                .update();
    }

    void decide(UUID id, TaskDecision decision, CurrentUser user, Instant now) {
        jdbc.sql("""
                        WITH decided AS (
                            UPDATE human_tasks
                               SET state = 'DONE', outcome = :outcome, comment = :comment, answer = :answer::json,
                                   decision_id = :decision, decided_by = :me, decided_name = :name, closed_at = :now
                             WHERE id = :id RETURNING execution_id, closed_at)
                        UPDATE lead_executions l SET answered_at = d.closed_at
                          FROM decided d WHERE l.execution_id = d.execution_id AND l.answered_at IS NULL""")
                .param("id", id)
                .param("outcome", decision.outcome().name())
                .param("comment", decision.comment(), Types.VARCHAR)
                .param("answer", JsonText.write(decision.answer()), Types.VARCHAR)
                .param("decision", decision.id())
                .param("me", user.id())
                .param("name", user.name())
                .param("now", time(now))
                .update();
    }

    /** Marks what nobody has answered for long enough; what is held with its execution is not marked. */
    int remind(Instant now) {
        return mark("reminded_at", "remind_at", now);
    }

    /** Lets those answer too whom a task names for the case that nobody does. */
    int escalate(Instant now) {
        return mark("escalated_at", "escalate_at", now);
    }

    private int mark(String mark, String due, Instant now) {
        return jdbc.sql("""
                        UPDATE human_tasks t SET %1$s = :now
                         WHERE t.state = 'OPEN' AND t.%1$s IS NULL AND t.%2$s <= :now
                           AND NOT EXISTS (SELECT FROM workflow_executions e WHERE e.id = t.execution_id AND e.paused)""".formatted(mark, due)).param("now", time(now)).update();
    }

    int forgetClosedBefore(Instant time) {
        return jdbc.sql("DELETE FROM human_tasks WHERE state <> 'OPEN' AND closed_at < :time")
                .param("time", time(time))
                .update();
    }

    private static String[] groups(CurrentUser user) {
        return user.memberships().toArray(String[]::new);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static TaskSummary summary(ResultSet row) throws SQLException {
        Instant escalatedAt = instant(row, "escalated_at");
        return new TaskSummary(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                TaskState.valueOf(row.getString("state")),
                row.getString("title"),
                Priority.valueOf(row.getString("priority")),
                row.getBoolean("bulk"),
                row.getString("form") != null,
                row.getString("role"),
                row.getString("assignee"),
                escalatedAt == null ? null : row.getString("escalate_to"),
                claim(row),
                row.getObject("execution_id", UUID.class),
                row.getString("step_run_id"),
                row.getObject("workflow_id", UUID.class),
                row.getString("workflow_name"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                instant(row, "expires_at"),
                instant(row, "reminded_at"),
                escalatedAt,
                closing(row));
    }

    private static @Nullable Claim claim(ResultSet row) throws SQLException {
        UUID by = row.getObject("claimed_by", UUID.class);
        Instant at = instant(row, "claimed_at");
        return by == null || at == null ? null : new Claim(by, row.getString("claimed_name"), at);
    }

    private static @Nullable Closing closing(ResultSet row) throws SQLException {
        Instant at = instant(row, "closed_at");
        String outcome = row.getString("outcome");
        return at == null
                ? null
                : new Closing(
                        at,
                        outcome == null ? null : Outcome.valueOf(outcome),
                        row.getString("comment"),
                        row.getObject("decided_by", UUID.class),
                        row.getString("decided_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
