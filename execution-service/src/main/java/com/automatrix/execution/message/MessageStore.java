package com.automatrix.execution.message;

import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.consent.Channel;
import com.automatrix.execution.consent.ContactRecords;
import com.automatrix.execution.consent.WaitingMessages;
import com.automatrix.execution.message.Deliveries.Word;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.worker.DeferredSteps;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the messages. A step run has one, so that it is sent once however often its attempts are run. */
@Repository
class MessageStore implements ContactRecords, WaitingMessages {

    private final JdbcClient jdbc;
    private final ObjectProvider<DeferredSteps> steps;
    private final Ids ids;
    private final InstantSource clock;

    MessageStore(JdbcClient jdbc, ObjectProvider<DeferredSteps> steps, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a message becomes before it is handed over. */
    record Turn(
            MessageState state,
            @Nullable String code,
            String reason,
            @Nullable Instant deferredUntil) {}

    /** Until the transaction ends nobody else decides on a message to the same person. */
    void lock(String countedAs) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:who, 4711))")
                .param("who", "contact:" + countedAs)
                .query((row, number) -> number)
                .list();
    }

    Optional<Message> find(UUID executionId, String stepRunId) {
        return jdbc.sql("SELECT * FROM messages WHERE execution_id = ? AND step_run_id = ? AND notice = ''")
                .params(executionId, stepRunId)
                .query((row, number) -> MessageRows.read(row))
                .optional();
    }

    /** Writes the step run's message, or what has become of it. When it was last put off until is kept. */
    Message write(StepRequested request, Draft draft, Turn turn) {
        OffsetDateTime now = time(clock.instant());
        return jdbc.sql("""
                        INSERT INTO messages AS m (id, execution_id, step_run_id, node_id, workflow_id, channel, purpose,
                            recipient, copies, person_id, sender, subject, body_text, body_html, state, code, reason,
                            deferred_until, created_at, updated_at, sent_at)
                        VALUES (:id, :execution, :stepRun, :node, :workflow, :channel, :purpose,
                            :recipient, :copies, :person, :sender, :subject, :text, :html, :state, :code, :reason,
                            :deferredUntil, :now, :now, CASE WHEN :state = 'SENDING' THEN :now::timestamptz END)
                        ON CONFLICT (execution_id, step_run_id, notice) DO UPDATE
                           SET recipient = excluded.recipient, copies = excluded.copies, sender = excluded.sender,
                               subject = excluded.subject,
                               body_text = excluded.body_text, body_html = excluded.body_html,
                               state = excluded.state, code = excluded.code, reason = excluded.reason,
                               deferred_until = coalesce(excluded.deferred_until, m.deferred_until),
                               updated_at = excluded.updated_at, sent_at = excluded.sent_at
                        RETURNING *""")
                .param("id", ids.next())
                .param("execution", request.executionId().value())
                .param("stepRun", request.stepRunId().toString())
                .param("node", request.nodeId())
                .param("workflow", request.workflowId().value())
                .param("channel", draft.recipient().channel().name())
                .param("purpose", draft.recipient().purpose().name())
                .param("recipient", draft.recipient().address())
                .param("copies", draft.copies().isEmpty() ? null : String.join(", ", draft.copies()), Types.VARCHAR)
                .param("person", draft.recipient().personId(), Types.VARCHAR)
                .param("sender", draft.sender(), Types.VARCHAR)
                .param("subject", draft.subject(), Types.VARCHAR)
                .param("text", draft.text())
                .param("html", draft.html(), Types.VARCHAR)
                .param("state", turn.state().name())
                .param("code", turn.code(), Types.VARCHAR)
                .param("reason", turn.reason())
                .param(
                        "deferredUntil",
                        turn.deferredUntil() == null ? null : time(turn.deferredUntil()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", now)
                .query((row, number) -> MessageRows.read(row))
                .single();
    }

    /** The message is the provider's, or lies in the outbox; unless it is for a colleague, it answers the lead. */
    Message accepted(Message message, Handover.Accepted accepted) {
        return jdbc.sql("""
                        WITH accepted AS (
                            UPDATE messages
                               SET state = :state, provider = :provider, provider_id = :providerId, segments = :segments,
                                   updated_at = :now
                             WHERE id = :id RETURNING *),
                        answered AS (
                            UPDATE lead_executions l SET answered_at = coalesce(a.sent_at, a.created_at)
                              FROM accepted a
                             WHERE l.execution_id = a.execution_id AND a.notice = '' AND l.answered_at IS NULL)
                        SELECT * FROM accepted""")
                .param("state", accepted.state().name())
                .param("provider", accepted.provider())
                .param("providerId", accepted.providerId(), Types.VARCHAR)
                .param("segments", accepted.segments(), Types.INTEGER)
                .param("now", time(clock.instant()))
                .param("id", message.id())
                .query((row, number) -> MessageRows.read(row))
                .single();
    }

    Message become(UUID id, MessageState state, @Nullable String code, String reason) {
        return jdbc.sql("""
                        UPDATE messages SET state = :state, code = :code, reason = :reason, updated_at = :now
                         WHERE id = :id RETURNING *""")
                .param("state", state.name())
                .param("code", code, Types.VARCHAR)
                .param("reason", reason)
                .param("now", time(clock.instant()))
                .param("id", id)
                .query((row, number) -> MessageRows.read(row))
                .single();
    }

    /** Empty if there is no such message, or what became of it was known better. */
    Optional<Message> told(String providerId, @Nullable String to, MessageState state, Word word) {
        return jdbc.sql("""
                        UPDATE messages SET state = :state, code = :code, reason = :reason, updated_at = :now
                         WHERE provider_id = :providerId AND (:to::text IS NULL OR recipient = :to)
                           AND state IN ('SENT', 'FAILED') RETURNING *""")
                .param("state", state.name())
                .param("code", word.code(), Types.VARCHAR)
                .param("reason", word.reason())
                .param("now", time(clock.instant()))
                .param("providerId", providerId)
                .param("to", to, Types.VARCHAR)
                .query((row, number) -> MessageRows.read(row))
                .optional();
    }

    @Override
    public Optional<Blocked> blocked(Channel channel, String address) {
        return jdbc.sql("SELECT reason, created_at FROM message_suppressions WHERE channel = ? AND address = ?")
                .params(channel.name(), address)
                .query((row, number) -> new Blocked(
                        row.getString("reason"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public int marketingSince(Instant since, @Nullable String personId, String address) {
        return jdbc.sql("""
                        SELECT count(*) FROM messages
                         WHERE purpose = 'MARKETING' AND (person_id = :person OR recipient = :address)
                           AND sent_at >= :since AND state IN ('SENDING', 'OUTBOX', 'SENT', 'DELIVERED')""")
                .param("person", personId == null ? "" : personId)
                .param("address", address)
                .param("since", time(since))
                .query(Integer.class)
                .single();
    }

    @Override
    public void wake(Channel channel, @Nullable String personId, List<String> addresses) {
        List<Message> waiting = jdbc.sql("""
                        SELECT * FROM messages
                         WHERE state = 'DEFERRED' AND channel = :channel
                           AND (person_id = :person OR recipient IN (:addresses))""")
                .param("channel", channel.name())
                .param("person", personId == null ? "" : personId)
                .param("addresses", addresses.isEmpty() ? List.of("") : addresses)
                .query((row, number) -> MessageRows.read(row))
                .list();
        steps.ifAvailable(
                deferred -> waiting.forEach(message -> deferred.wake(message.executionId(), message.stepRunId())));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
