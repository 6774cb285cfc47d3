package com.automatrix.execution.schedule;

import com.automatrix.contracts.definition.ScheduleTrigger;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of schedules. */
@Repository
class ScheduleStore {

    private static final String SELECT = """
            SELECT s.*, v.name FROM schedules s JOIN workflow_versions v USING (workflow_id, version)
            """;

    private final JdbcClient jdbc;

    ScheduleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Schedule> all() {
        return jdbc.sql(SELECT + " ORDER BY v.name, s.workflow_id, s.trigger_id")
                .query((row, number) -> schedule(row))
                .list();
    }

    List<Schedule> of(WorkflowId workflowId) {
        return jdbc.sql(SELECT + " WHERE s.workflow_id = ? ORDER BY s.trigger_id")
                .param(workflowId.value())
                .query((row, number) -> schedule(row))
                .list();
    }

    /** Those that are due, or planned by another calendar, and that nobody else works on: locked until the commit. */
    List<Schedule> lockDue(Instant now, String calendar, int most) {
        return jdbc.sql(SELECT + """
                         WHERE NOT s.paused AND (s.next_at <= :now OR s.planned_with IS DISTINCT FROM :calendar)
                         ORDER BY s.next_at NULLS FIRST LIMIT :most FOR UPDATE OF s SKIP LOCKED""")
                .param("now", time(now))
                .param("calendar", calendar)
                .param("most", most)
                .query((row, number) -> schedule(row))
                .list();
    }

    void insert(Schedule schedule) {
        jdbc.sql("""
                        INSERT INTO schedules (workflow_id, trigger_id, version, definition, paused, anchor, handled_until)
                        VALUES (:workflowId, :triggerId, :version, :definition::json, :paused, :anchor, :handledUntil)
                        ON CONFLICT (workflow_id, trigger_id) DO UPDATE
                           SET version = excluded.version, definition = excluded.definition, paused = excluded.paused,
                               anchor = excluded.anchor, handled_until = excluded.handled_until,
                               next_at = NULL, planned_with = NULL""")
                .param("workflowId", schedule.workflowId().value())
                .param("triggerId", schedule.trigger().id())
                .param("version", schedule.version())
                .param("definition", ContractJson.events().writeValueAsString(schedule.trigger()))
                .param("paused", schedule.paused())
                .param("anchor", time(schedule.anchor()))
                .param("handledUntil", time(schedule.handledUntil()))
                .update();
    }

    void delete(WorkflowId workflowId, String triggerId) {
        jdbc.sql("DELETE FROM schedules WHERE workflow_id = ? AND trigger_id = ?")
                .params(workflowId.value(), triggerId)
                .update();
    }

    void planned(Schedule schedule, Plan plan, String calendar) {
        jdbc.sql("""
                        UPDATE schedules SET handled_until = :handledUntil, next_at = :nextAt, planned_with = :calendar
                         WHERE workflow_id = :workflowId AND trigger_id = :triggerId""")
                .param("handledUntil", time(plan.handledUntil()))
                .param("nextAt", plan.nextAt() == null ? null : time(plan.nextAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("calendar", calendar)
                .param("workflowId", schedule.workflowId().value())
                .param("triggerId", schedule.trigger().id())
                .update();
    }

    void ran(Schedule schedule, Schedule.LastRun run) {
        jdbc.sql("""
                        UPDATE schedules
                           SET last_planned_at = :plannedAt, last_started_at = :startedAt, last_execution_id = :executionId
                         WHERE workflow_id = :workflowId AND trigger_id = :triggerId""")
                .param("plannedAt", time(run.plannedAt()))
                .param("startedAt", time(run.startedAt()))
                .param("executionId", run.executionId().value())
                .param("workflowId", schedule.workflowId().value())
                .param("triggerId", schedule.trigger().id())
                .update();
    }

    /** Takes the right to start an execution for a planned time, which is given once. */
    boolean claim(Schedule schedule, Instant plannedAt, ExecutionId executionId, Instant now) {
        return jdbc.sql("""
                                INSERT INTO idempotency_keys (workflow_id, key, request_hash, execution_id, created_at)
                                VALUES (:workflowId, :key, '', :executionId, :now) ON CONFLICT DO NOTHING""")
                        .param("workflowId", schedule.workflowId().value())
                        .param("key", "schedule:" + schedule.trigger().id() + ":" + plannedAt)
                        .param("executionId", executionId.value())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                new WorkflowId(row.getObject("workflow_id", UUID.class)),
                row.getString("name"),
                row.getInt("version"),
                ContractJson.events().readValue(row.getString("definition"), ScheduleTrigger.class),
                row.getBoolean("paused"),
                instant(row, "anchor"),
                instant(row, "handled_until"),
                nullable(row, "next_at"),
                row.getString("planned_with"),
                lastRun(row));
    }

    private static Schedule.@Nullable LastRun lastRun(ResultSet row) throws SQLException {
        UUID executionId = row.getObject("last_execution_id", UUID.class);
        return executionId == null
                ? null
                : new Schedule.LastRun(
                        instant(row, "last_planned_at"), instant(row, "last_started_at"), new ExecutionId(executionId));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
