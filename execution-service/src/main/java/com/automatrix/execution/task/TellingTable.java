package com.automatrix.execution.task;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of tasks, for who is to be told of them. */
@Repository
class TellingTable {

    private static final int MOST_AT_ONCE = 100;

    private final JdbcClient jdbc;

    TellingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open tasks of which people were not told yet on such an occasion. */
    List<TaskSummary> due(Occasion occasion) {
        return jdbc.sql("""
                        SELECT t.* FROM human_tasks t
                         WHERE t.state = 'OPEN' AND t.%s IS NULL AND %s ORDER BY t.id LIMIT :most""".formatted(occasion.mark(), occasion.condition()))
                .param("most", MOST_AT_ONCE)
                .query((row, number) -> TaskTable.summary(row))
                .list();
    }

    /** Notes that people are told; false if somebody has noted it already. */
    boolean mark(Occasion occasion, UUID id, Instant now) {
        return jdbc.sql("UPDATE human_tasks SET %1$s = :now WHERE id = :id AND %1$s IS NULL".formatted(occasion.mark()))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Approvals that no event has told of. */
    List<UUID> unannounced() {
        return jdbc.sql(
                        "SELECT id FROM human_tasks WHERE announced_at IS NULL AND kind = 'APPROVAL' ORDER BY id LIMIT :most")
                .param("most", MOST_AT_ONCE)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Notes that an event tells of it; false if one has already. */
    boolean announce(UUID id, Instant now) {
        return jdbc.sql("UPDATE human_tasks SET announced_at = :now WHERE id = :id AND announced_at IS NULL")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                > 0;
    }

    String correlationId(UUID id) {
        return jdbc.sql("SELECT correlation_id FROM human_tasks WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
