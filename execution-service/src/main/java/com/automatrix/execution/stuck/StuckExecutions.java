package com.automatrix.execution.stuck;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.execution.persistence.Unnest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of what the last check has found. */
@Repository
class StuckExecutions {

    private final JdbcTemplate jdbc;

    StuckExecutions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts what was found in the place of what was found before; the answer is what is new. */
    List<ExecutionId> replace(Collection<Stuck> found, Instant now) {
        UUID[] ids = found.stream().map(stuck -> stuck.id().value()).toArray(UUID[]::new);
        jdbc.update(
                "DELETE FROM stuck_executions WHERE id <> ALL (?::uuid[])",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids)));
        return Unnest.of(found)
                .uuid(stuck -> stuck.id().value())
                .text(Stuck::because)
                .time(stuck -> now)
                .query(jdbc, """
                        INSERT INTO stuck_executions (id, because, found_at)
                        SELECT * FROM unnest(?::uuid[], ?::text[], ?::timestamptz[])
                        ON CONFLICT (id) DO NOTHING RETURNING id""", (row, number) -> new ExecutionId(row.getObject("id", UUID.class)));
    }

    int count() {
        Integer count = jdbc.queryForObject("SELECT count(*)::int FROM stuck_executions", Integer.class);
        return count == null ? 0 : count;
    }
}
