package com.automatrix.ai.usage;

import com.automatrix.ai.call.CallLog;
import com.automatrix.ai.call.CallRecord;
import com.automatrix.ai.call.Origin;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Usage;
import com.automatrix.platform.json.StoredJson;
import java.security.GeneralSecurityException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes every request to a model down as it left: without personal data. */
@Component
final class StoredCalls implements CallLog {

    private static final Logger log = LoggerFactory.getLogger(StoredCalls.class);

    private static final String INSERT = """
            INSERT INTO ai_calls (id, started_at, latency_ms, purpose, provider, model, execution_id, workflow_id,
                                  step_run_id, attempt, prompt, prompt_version, round, outcome, degraded,
                                  prompt_tokens, completion_tokens, cost, hash, messages, answer, full_text)
            VALUES (:id, :at, :latency, :purpose, :provider, :model, :execution, :workflow, :step, :attempt, :prompt,
                    :version, :round, :outcome, :degraded, :in, :out, :cost, :hash, :messages::jsonb, :answer, :full)""";

    private final JdbcClient jdbc;
    private final CallLogProperties properties;
    private final FullTextCipher cipher;
    private final CallSurroundings surroundings;

    StoredCalls(JdbcClient jdbc, CallLogProperties properties, FullTextCipher cipher, CallSurroundings surroundings) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.cipher = cipher;
        this.surroundings = surroundings;
    }

    @Override
    public void add(CallRecord record) {
        try {
            insert(record);
        } catch (DataAccessException | GeneralSecurityException e) {
            // Its own message could repeat a row.
            log.warn(
                    "call not written down purpose={} model={} cause={}",
                    record.sent().purpose(),
                    record.target().text(),
                    e.getClass().getSimpleName());
        }
    }

    private void insert(CallRecord record) throws GeneralSecurityException {
        UUID id = surroundings.ids().next();
        Origin origin = record.sent().origin();
        Usage usage = record.usage() == null ? new Usage(null, 0, 0, null) : record.usage();
        jdbc.sql(INSERT)
                .param("id", id)
                .param("at", record.startedAt().atOffset(ZoneOffset.UTC))
                .param("latency", record.latency().toMillis())
                .param("purpose", record.sent().purpose())
                .param("provider", record.target().provider().name())
                .param("model", record.target().model())
                .param("execution", origin.executionId(), Types.OTHER)
                .param("workflow", origin.workflowId(), Types.OTHER)
                .param("step", origin.stepRunId(), Types.VARCHAR)
                .param("attempt", origin.attempt(), Types.INTEGER)
                .param("prompt", origin.promptName(), Types.VARCHAR)
                .param("version", origin.promptVersion(), Types.INTEGER)
                .param("round", record.round())
                .param("outcome", record.outcome())
                .param("degraded", record.degraded())
                .param("in", usage.promptTokens())
                .param("out", usage.completionTokens())
                .param("cost", usage.cost(), Types.NUMERIC)
                .param("hash", CallHash.of(record.sent(), record.target()))
                .param("messages", StoredJson.write(record.sent().messages()))
                .param("answer", answer(record), Types.VARCHAR)
                .param("full", fullText(id, record), Types.BINARY)
                .update();
    }

    private static @Nullable String answer(CallRecord record) {
        return record.answer() == null ? null : record.answer().replace("\0", "");
    }

    private byte @Nullable [] fullText(UUID id, CallRecord record) throws GeneralSecurityException {
        return properties.keepsFullText()
                ? cipher.encrypt(
                        id,
                        ContractJson.events()
                                .writeValueAsString(record.original().messages()))
                : null;
    }
}
