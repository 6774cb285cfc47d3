package com.automatrix.execution.webhook;

import com.automatrix.contracts.id.ExecutionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers signatures that may come once only, each with the execution that it was to start. */
@Repository
class SeenSignatures {

    private final JdbcClient jdbc;

    SeenSignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Notes a signature.
     *
     * @return the execution to start with it: the given one, or that of an earlier request with this signature
     */
    ExecutionId note(UUID webhookId, String digest, ExecutionId id, Instant now) {
        // The update changes nothing but makes the row come back.
        return new ExecutionId(jdbc.sql("""
                        INSERT INTO webhook_signatures AS s (webhook_id, digest, execution_id, received_at)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (webhook_id, digest) DO UPDATE SET execution_id = s.execution_id
                        RETURNING execution_id""")
                .params(webhookId, digest, id.value(), now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single());
    }

    /** Says that another execution than the noted one stands for the request. */
    void point(UUID webhookId, String digest, ExecutionId id) {
        jdbc.sql("UPDATE webhook_signatures SET execution_id = ? WHERE webhook_id = ? AND digest = ?")
                .params(id.value(), webhookId, digest)
                .update();
    }

    int forgetBefore(Instant time) {
        return jdbc.sql("DELETE FROM webhook_signatures WHERE received_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
