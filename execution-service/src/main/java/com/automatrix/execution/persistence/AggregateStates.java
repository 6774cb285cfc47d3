package com.automatrix.execution.persistence;

import com.automatrix.execution.persistence.AggregateKey.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The states of gates and correlations, read and written by the owner of their partition. */
@Repository
public class AggregateStates {

    private final JdbcTemplate jdbc;

    AggregateStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The states of those that have one. */
    public Map<AggregateKey, byte[]> load(Collection<AggregateKey> keys) {
        Map<AggregateKey, byte[]> states = new HashMap<>();
        Unnest.of(keys)
                .text(key -> key.kind().name())
                .text(AggregateKey::key)
                .query(
                        jdbc,
                        """
                        SELECT kind, key, state FROM aggregate_state
                         WHERE (kind, key) IN (SELECT * FROM unnest(?::text[], ?::text[]))""",
                        (row, number) -> states.put(
                                new AggregateKey(Kind.valueOf(row.getString("kind")), row.getString("key")),
                                row.getBytes("state")));
        return states;
    }

    public void save(Collection<AggregateRow> rows) {
        Unnest.of(rows)
                .text(row -> row.key().kind().name())
                .text(row -> row.key().key())
                .integer(AggregateRow::partition)
                .bytes(AggregateRow::state)
                .time(AggregateRow::forgetAt)
                .update(jdbc, """
                        INSERT INTO aggregate_state (kind, key, partition, state, forget_at)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::int[], ?::bytea[], ?::timestamptz[])
                        ON CONFLICT (kind, key) DO UPDATE
                           SET state = excluded.state, forget_at = excluded.forget_at""");
    }

    /** Removes what has been of no use since before that time. */
    public int forgetBefore(Instant time) {
        return jdbc.update(
                "DELETE FROM aggregate_state WHERE forget_at < ?", OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
