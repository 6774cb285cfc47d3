package com.automatrix.execution.persistence;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The states of unfinished executions, read and written by the owner of their partition. */
@Repository
public class LiveStates {

    private final JdbcTemplate jdbc;

    LiveStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<KnownExecution> load(Collection<UUID> ids) {
        return Unnest.of(ids)
                .uuid(id -> id)
                .query(
                        jdbc,
                        """
                        SELECT e.id, e.status, s.state
                          FROM workflow_executions e LEFT JOIN execution_state s ON s.id = e.id
                         WHERE e.id = ANY (?::uuid[])""",
                        (row, number) -> new KnownExecution(
                                row.getObject("id", UUID.class), row.getString("status"), row.getBytes("state")));
    }

    public void save(Collection<StateRow> rows) {
        Unnest.of(rows)
                .uuid(StateRow::id)
                .integer(StateRow::partition)
                .bytes(StateRow::state)
                .integer(StateRow::timers)
                .time(StateRow::changedAt)
                .update(jdbc, """
                        INSERT INTO execution_state (id, partition, state, timers, changed_at)
                        SELECT * FROM unnest(?::uuid[], ?::int[], ?::bytea[], ?::int[], ?::timestamptz[])
                        ON CONFLICT (id) DO UPDATE SET state = excluded.state, timers = excluded.timers,
                                                       changed_at = excluded.changed_at""");
    }

    public void remove(Collection<UUID> ended) {
        Unnest.of(ended).uuid(id -> id).update(jdbc, "DELETE FROM execution_state WHERE id = ANY (?::uuid[])");
    }

    /**
     * States that have not changed since that time and either miss a timer or need none, in the order of their ids.
     *
     * @param after only later ids, so that the next page can be asked for
     */
    public List<Unwoken> unwoken(Instant unchangedSince, UUID after, int limit) {
        return jdbc.query(
                """
                SELECT s.id, s.state, s.timers, t.timers AS timers_set FROM execution_state s,
                       LATERAL (SELECT count(*)::int AS timers FROM timer WHERE execution_id = s.id) t
                 WHERE s.id > ? AND s.changed_at < ?::timestamptz AND (s.timers = 0 OR t.timers < s.timers)
                 ORDER BY s.id LIMIT ?""",
                (row, number) -> new Unwoken(
                        row.getObject("id", UUID.class),
                        row.getBytes("state"),
                        row.getInt("timers"),
                        row.getInt("timers_set")),
                after,
                unchangedSince.toString(),
                limit);
    }

    /** How many executions of each partition are unfinished. */
    public Map<Integer, Integer> count(Collection<Integer> partitions) {
        Map<Integer, Integer> counts = new HashMap<>();
        Unnest.of(partitions)
                .integer(partition -> partition)
                .query(
                        jdbc,
                        """
                        SELECT partition, count(*)::int AS live FROM execution_state
                         WHERE partition = ANY (?::int[]) GROUP BY partition""",
                        (ResultSet row, int number) -> counts.put(row.getInt("partition"), row.getInt("live")));
        return counts;
    }
}
