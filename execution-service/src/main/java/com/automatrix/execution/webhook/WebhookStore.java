package com.automatrix.execution.webhook;

import com.automatrix.contracts.id.WorkflowId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of webhook addresses; a row is made when a version with the trigger is first published. */
@Repository
class WebhookStore {

    private static final RowMapper<Webhook> WEBHOOK = (row, number) -> new Webhook(
            row.getObject("id", UUID.class),
            new WorkflowId(row.getObject("workflow_id", UUID.class)),
            row.getString("trigger_id"),
            row.getString("key"),
            row.getObject("created_at", OffsetDateTime.class).toInstant(),
            instant(row.getObject("rotated_at", OffsetDateTime.class)));

    private final JdbcClient jdbc;

    WebhookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Webhook> byKey(String key) {
        return jdbc.sql("SELECT * FROM webhooks WHERE key = ?")
                .param(key)
                .query(WEBHOOK)
                .optional();
    }

    Optional<Webhook> find(UUID id) {
        return jdbc.sql("SELECT * FROM webhooks WHERE id = ?")
                .param(id)
                .query(WEBHOOK)
                .optional();
    }

    List<Webhook> ofWorkflow(UUID workflowId) {
        return jdbc.sql("SELECT * FROM webhooks WHERE workflow_id = ? ORDER BY trigger_id")
                .param(workflowId)
                .query(WEBHOOK)
                .list();
    }

    List<Webhook> all() {
        return jdbc.sql("SELECT * FROM webhooks ORDER BY workflow_id, trigger_id")
                .query(WEBHOOK)
                .list();
    }

    /** Inside the caller's transaction: the old address leads nowhere from its commit on. */
    void rotate(UUID id, Instant now) {
        jdbc.sql("""
                        UPDATE webhooks
                           SET key = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
                               rotated_at = ?
                         WHERE id = ?""").params(now.atOffset(ZoneOffset.UTC), id).update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
