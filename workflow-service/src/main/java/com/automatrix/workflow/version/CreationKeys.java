package com.automatrix.workflow.version;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which workflow a request with an {@code Idempotency-Key} has made; known as long as the workflow is. */
@Repository
class CreationKeys {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    CreationKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A key counts for one person. */
    record Key(String caller, String key) {}

    record Creation(String requestHash, UUID workflowId) {}

    /** What the key has made; whoever comes with the same key meanwhile waits for the end of this transaction. */
    Optional<Creation> find(Key key) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:caller || ' ' || :key, 0))")
                .param("caller", key.caller())
                .param("key", key.key())
                .query((row, number) -> key)
                .single();
        return jdbc.sql("SELECT request_hash, workflow_id FROM creation_keys WHERE caller = :caller AND key = :key")
                .param("caller", key.caller())
                .param("key", key.key())
                .query((row, number) ->
                        new Creation(row.getString("request_hash"), row.getObject("workflow_id", UUID.class)))
                .optional();
    }

    void add(Key key, Creation creation) {
        jdbc.sql("""
                        INSERT INTO creation_keys (caller, key, request_hash, workflow_id, created_at)
                        VALUES (:caller, :key, :hash, :workflow, :at)""")
                .param("caller", key.caller())
                .param("key", key.key())
                .param("hash", creation.requestHash())
                .param("workflow", creation.workflowId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
