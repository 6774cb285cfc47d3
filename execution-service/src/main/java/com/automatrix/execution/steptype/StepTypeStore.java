package com.automatrix.execution.steptype;

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

/** The table of external step types, which all replicas fill and share. */
@Repository
class StepTypeStore {

    private final JdbcClient jdbc;

    StepTypeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StepType> all() {
        return jdbc.sql("SELECT descriptor FROM external_step_types")
                .query((row, number) -> descriptor(row.getString("descriptor")))
                .list();
    }

    Optional<StepType> find(String type) {
        return jdbc.sql("SELECT descriptor FROM external_step_types WHERE type = ?")
                .param(type)
                .query((row, number) -> descriptor(row.getString("descriptor")))
                .optional();
    }

    /**
     * Keeps a descriptor, unless a later one is known: the topic is read again at every start.
     *
     * @param at when the record was written
     * @param offset where it stands
     */
    void put(StepType type, Instant at, long offset) {
        jdbc.sql("""
                        INSERT INTO external_step_types AS t (type, descriptor, changed_at, record_offset)
                        VALUES (?, ?::json, ?, ?)
                        ON CONFLICT (type) DO UPDATE
                           SET descriptor = excluded.descriptor, changed_at = excluded.changed_at,
                               record_offset = excluded.record_offset
                         WHERE (excluded.changed_at, excluded.record_offset) > (t.changed_at, t.record_offset)""")
                .params(type.type(), StoredJson.write(type), OffsetDateTime.ofInstant(at, ZoneOffset.UTC), offset)
                .update();
    }

    private static StepType descriptor(String json) {
        return ContractJson.events().readValue(json, StepType.class);
    }
}
