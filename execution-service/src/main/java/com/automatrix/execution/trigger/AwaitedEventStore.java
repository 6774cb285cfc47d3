package com.automatrix.execution.trigger;

import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.execution.persistence.Unnest;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table of what published versions wait for. */
@Repository
class AwaitedEventStore {

    private final JdbcTemplate jdbc;

    AwaitedEventStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Inside the caller's transaction; what is there already stays. */
    void insert(WorkflowPublished published) {
        Unnest.of(AwaitedEvent.in(published.definition()))
                .uuid(awaited -> published.workflowId().value())
                .integer(awaited -> published.version())
                .text(AwaitedEvent::eventType)
                .text(AwaitedEvent::expression)
                .bigint(awaited -> awaited.keepFor().toSeconds())
                .update(jdbc, """
                        INSERT INTO awaited_events (workflow_id, version, event_type, expression, keep_seconds)
                        SELECT * FROM unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::bigint[])
                        ON CONFLICT DO NOTHING""");
    }

    /** What any version waits for, whether in force or not: executions of each may still be started or go on. */
    List<AwaitedEvent> all() {
        return jdbc.query(
                """
                SELECT event_type, expression, max(keep_seconds) AS keep_seconds FROM awaited_events
                 GROUP BY event_type, expression ORDER BY event_type, expression""",
                (row, number) -> new AwaitedEvent(
                        row.getString("event_type"),
                        row.getString("expression"),
                        Duration.ofSeconds(row.getLong("keep_seconds"))));
    }
}
