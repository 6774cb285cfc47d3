package com.automatrix.execution.timer;

import com.automatrix.contracts.id.StepRunId;
import com.automatrix.execution.engine.TimerKey;
import com.automatrix.execution.engine.TimerKind;
import com.automatrix.execution.persistence.Unnest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of timers; the owner of a partition writes them in its batches and alone reads them. */
@Repository
public class TimerStore {

    private static final String NO_STEP = "";

    private final JdbcTemplate jdbc;

    TimerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void set(Collection<Timer> timers) {
        Unnest.of(timers)
                .uuid(timer -> timer.id().executionId())
                .text(timer -> timer.id().key().kind().name())
                .text(timer -> step(timer.id().key()))
                .integer(timer -> timer.id().key().generation())
                .integer(Timer::partition)
                .time(Timer::dueAt)
                .update(jdbc, """
                        INSERT INTO timer (execution_id, kind, step_run_id, generation, partition, due_at)
                        SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::int[], ?::int[], ?::timestamptz[])
                        ON CONFLICT (execution_id, kind, step_run_id, generation) DO UPDATE SET due_at = excluded.due_at""");
    }

    public void clear(Collection<Timer.Id> timers) {
        Unnest.of(timers)
                .uuid(Timer.Id::executionId)
                .text(id -> id.key().kind().name())
                .text(id -> step(id.key()))
                .integer(id -> id.key().generation())
                .update(jdbc, """
                        DELETE FROM timer t
                         USING unnest(?::uuid[], ?::text[], ?::text[], ?::int[])
                               AS c (execution_id, kind, step_run_id, generation)
                         WHERE t.execution_id = c.execution_id AND t.kind = c.kind
                           AND t.step_run_id = c.step_run_id AND t.generation = c.generation""");
    }

    public void clearAllOf(Collection<UUID> executions) {
        Unnest.of(executions).uuid(id -> id).update(jdbc, "DELETE FROM timer WHERE execution_id = ANY (?::uuid[])");
    }

    /** The timers of the partitions that are due before the given time. */
    public List<Timer> dueBefore(Instant time, Collection<Integer> partitions) {
        return jdbc.query(
                """
                SELECT execution_id, kind, step_run_id, generation, partition, due_at FROM timer
                 WHERE partition = ANY (?) AND due_at < ?::timestamptz""",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("int4", partitions.toArray()));
                    statement.setString(2, time.toString());
                },
                (row, number) -> read(row));
    }

    private static Timer read(ResultSet row) throws SQLException {
        TimerKey key = new TimerKey(
                TimerKind.valueOf(row.getString("kind")), step(row.getString("step_run_id")), row.getInt("generation"));
        return new Timer(
                new Timer.Id(row.getObject("execution_id", UUID.class), key),
                row.getInt("partition"),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    private static String step(TimerKey key) {
        return key.step() == null ? NO_STEP : key.step().toString();
    }

    private static @Nullable StepRunId step(String column) {
        return column.equals(NO_STEP) ? null : StepRunId.parse(column);
    }
}
