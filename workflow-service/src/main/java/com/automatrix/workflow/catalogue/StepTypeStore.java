package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.platform.json.StoredJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of external step types. Writing locks the row until the end of the transaction. */
@Repository
class StepTypeStore {

    private final JdbcClient jdbc;

    StepTypeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StepType> all() {
        return jdbc.sql("SELECT descriptor FROM external_step_types ORDER BY type")
                .query((row, number) -> descriptor(row.getString("descriptor")))
                .list();
    }

    Optional<StepType> find(String type) {
        return jdbc.sql("SELECT descriptor FROM external_step_types WHERE type = ?")
                .param(type)
                .query((row, number) -> descriptor(row.getString("descriptor")))
                .optional();
    }

    void put(StepType type, String author, Instant now) {
        jdbc.sql("""
                        INSERT INTO external_step_types (type, descriptor, registered_at, registered_by)
                        VALUES (?, ?::json, ?, ?)
                        ON CONFLICT (type) DO UPDATE
                           SET descriptor = excluded.descriptor, registered_at = excluded.registered_at,
                               registered_by = excluded.registered_by""")
                .params(type.type(), StoredJson.write(type), OffsetDateTime.ofInstant(now, ZoneOffset.UTC), author)
                .update();
    }

    void remove(String type) {
        jdbc.sql("DELETE FROM external_step_types WHERE type = ?").param(type).update();
    }

    /** The names of the workflows whose published version has a step of the type. */
    List<String> publishedWorkflowsWith(String type) {
        return jdbc.sql("""
                        SELECT w.name FROM workflows w
                          JOIN workflow_versions v ON v.workflow_id = w.id AND v.version = w.published_version
                         WHERE w.deleted_at IS NULL
                           AND EXISTS (SELECT FROM json_array_elements(v.definition -> 'nodes') AS n(node)
                                        WHERE n.node ->> 'type' = :type)
                         ORDER BY w.name""")
                .param("type", type)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    private static StepType descriptor(String json) {
        return ContractJson.events().readValue(json, StepType.class);
    }
}
