package com.automatrix.ai.prompt;

import com.automatrix.ai.provider.Message;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of the tests of prompts. */
@Repository
class PromptCaseStore {

    private final JdbcClient jdbc;

    PromptCaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were made. */
    List<StoredCase> list(UUID prompt) {
        return jdbc.sql("SELECT * FROM prompt_cases WHERE prompt_id = :prompt ORDER BY id")
                .param("prompt", prompt)
                .query((row, number) -> stored(row))
                .list();
    }

    void save(UUID prompt, StoredCase saved) {
        jdbc.sql("""
                        INSERT INTO prompt_cases (id, prompt_id, content, created_at, changed_at, changed_by)
                        VALUES (:id, :prompt, :content::json, :created, :changed, :by)
                        ON CONFLICT (id) DO UPDATE SET content = excluded.content, changed_at = excluded.changed_at,
                                                       changed_by = excluded.changed_by""")
                .param("id", saved.id())
                .param("prompt", prompt)
                .param("content", StoredJson.write(saved.test()))
                .param("created", saved.createdAt().atOffset(ZoneOffset.UTC))
                .param("changed", saved.changedAt().atOffset(ZoneOffset.UTC))
                .param("by", saved.changedBy())
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("DELETE FROM prompt_cases WHERE id = :id").param("id", id).update();
    }

    Optional<PromptRun> lastRun(UUID prompt) {
        return jdbc.sql("SELECT run FROM prompt_runs WHERE prompt_id = :prompt")
                .param("prompt", prompt)
                .query((row, number) -> ContractJson.events().readValue(row.getString(1), PromptRun.class))
                .optional();
    }

    void keep(UUID prompt, PromptRun run) {
        jdbc.sql("""
                        INSERT INTO prompt_runs (prompt_id, run) VALUES (:prompt, :run::json)
                        ON CONFLICT (prompt_id) DO UPDATE SET run = excluded.run""")
                .param("prompt", prompt)
                .param("run", StoredJson.write(run))
                .update();
    }

    /** A call as the log keeps it: redacted. */
    record LoggedCall(
            @Nullable String prompt,
            @Nullable Integer promptVersion,
            List<Message> messages,
            @Nullable String answer) {}

    Optional<LoggedCall> call(UUID id) {
        return jdbc.sql("SELECT prompt, prompt_version, messages, answer FROM ai_calls WHERE id = :id")
                .param("id", id)
                .query((row, number) -> new LoggedCall(
                        row.getString("prompt"),
                        row.getObject("prompt_version", Integer.class),
                        List.of(ContractJson.events().readValue(row.getString("messages"), Message[].class)),
                        row.getString("answer")))
                .optional();
    }

    private static StoredCase stored(ResultSet row) throws SQLException {
        return new StoredCase(
                row.getObject("id", UUID.class),
                ContractJson.events().readValue(row.getString("content"), PromptCase.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }
}
