package com.automatrix.execution.message;

import com.automatrix.platform.time.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices in the table of messages. */
@Repository
class NoticeStore {

    private static final Map<String, ?> SENDING =
            state(MessageState.SENDING, "", "It is to a colleague, about what they are asked to do.");
    private static final Map<String, ?> REFUSED = state(
            MessageState.REFUSED,
            "message.suppressed",
            "Expected an address that may be written to, but it is on the list of those that may not.");

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    NoticeStore(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those of an address that nothing is sent to are kept as refused. */
    void insert(Notice notice, String to, Letter letter, boolean isSuppressed) {
        jdbc.sql("""
                        INSERT INTO messages (id, execution_id, step_run_id, node_id, workflow_id, channel, purpose, recipient,
                            subject, body_text, body_html, state, code, reason, created_at, updated_at, notice)
                        VALUES (:id, :execution, :step, :node, :workflow, 'EMAIL', 'TRANSACTIONAL', :to,
                            :subject, :text, :html, :state, nullif(:code, ''), :reason, :now, :now, :notice)
                        ON CONFLICT DO NOTHING""")
                .param("id", ids.next())
                .param("execution", notice.executionId().value())
                .param("step", notice.step().toString())
                .param("node", notice.step().nodeId())
                .param("workflow", notice.workflowId())
                .param("to", to)
                .param("subject", notice.subject().replaceAll("\\s+", " ").strip())
                .param("text", letter.text())
                .param("html", letter.html())
                .params(isSuppressed ? REFUSED : SENDING)
                .param("now", time(clock.instant()))
                .param("notice", notice.key())
                .update();
    }

    private static Map<String, ?> state(MessageState state, String code, String reason) {
        return Map.of("state", state.name(), "code", code, "reason", reason);
    }

    /** Those that were never handed over, or whose last try was before {@code before} and told nothing. */
    List<Message> take(Instant now, Instant before, int most) {
        return jdbc.sql("""
                        UPDATE messages SET sent_at = :now, updated_at = :now
                         WHERE id IN (SELECT id FROM messages
                                       WHERE notice <> '' AND state = 'SENDING' AND (sent_at IS NULL OR updated_at < :before)
                                       ORDER BY updated_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param("now", time(now))
                .param("before", time(before))
                .param("most", most)
                .query((row, number) -> MessageRows.read(row))
                .list();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
