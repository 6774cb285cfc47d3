package com.automatrix.workflow.eventtype;

import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the dealer's own event types. Writing locks the row until the end of the transaction. */
@Repository
class EventTypeStore {

    private final JdbcClient jdbc;

    EventTypeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RegisteredEventType> all() {
        return jdbc.sql("SELECT descriptor FROM own_event_types ORDER BY type")
                .query((row, number) -> descriptor(row.getString("descriptor")))
                .list();
    }

    Optional<RegisteredEventType> find(String type) {
        return jdbc.sql("SELECT descriptor FROM own_event_types WHERE type = ?")
                .param(type)
                .query((row, number) -> descriptor(row.getString("descriptor")))
                .optional();
    }

    void put(RegisteredEventType type, String author, Instant now) {
        jdbc.sql("""
                        INSERT INTO own_event_types (type, descriptor, registered_at, registered_by)
                        VALUES (?, ?::json, ?, ?)
                        ON CONFLICT (type) DO UPDATE
                           SET descriptor = excluded.descriptor, registered_at = excluded.registered_at,
                               registered_by = excluded.registered_by""")
                .params(type.type(), StoredJson.write(type), OffsetDateTime.ofInstant(now, ZoneOffset.UTC), author)
                .update();
    }

    void remove(String type) {
        jdbc.sql("DELETE FROM own_event_types WHERE type = ?").param(type).update();
    }

    /** The names of the workflows whose published version is started by events of the type. */
    List<String> publishedWorkflowsWith(String type) {
        return jdbc.sql("""
                        SELECT w.name FROM workflows w
                          JOIN workflow_versions v ON v.workflow_id = w.id AND v.version = w.published_version
                         WHERE w.deleted_at IS NULL
                           AND EXISTS (SELECT FROM json_array_elements(v.definition -> 'triggers') AS t(trigger)
                                        WHERE t.trigger ->> 'eventType' = :type)
                         ORDER BY w.name""")
                .param("type", type)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private static RegisteredEventType descriptor(String json) {
        return ContractJson.events().readValue(json, RegisteredEventType.class);
    }
}
