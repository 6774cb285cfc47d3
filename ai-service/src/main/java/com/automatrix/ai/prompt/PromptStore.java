package com.automatrix.ai.prompt;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of prompts. */
@Repository
class PromptStore {

    private final JdbcClient jdbc;

    PromptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Prompt(
            UUID id,
            String name,
            String description,
            int version,
            Instant createdAt,
            Instant changedAt,
            String changedBy) {}

    record Version(
            int version, PromptContent content, @Nullable String note, Instant createdAt, String createdBy) {}

    /** Who uses a prompt, as the log of calls has seen it. */
    record Use(@Nullable UUID workflowId, @Nullable Integer version, long calls, Instant lastAt) {}

    Page<Prompt> list(Limit limit, Optional<Cursor> after) {
        List<Prompt> found = jdbc.sql("SELECT * FROM prompts WHERE name > :after ORDER BY name LIMIT :rows")
                .param("after", after.map(place -> place.string(0)).orElse(""))
                .param("rows", limit.rowsToRead())
                .query((row, number) -> prompt(row))
                .list();
        return Page.cut(found, limit.value(), prompt -> Cursor.of(prompt.name()));
    }

    Optional<Prompt> find(UUID id) {
        return jdbc.sql("SELECT * FROM prompts WHERE id = :id")
                .param("id", id)
                .query((row, number) -> prompt(row))
                .optional();
    }

    /** The row, locked until the transaction ends. */
    Optional<Prompt> lock(UUID id) {
        return jdbc.sql("SELECT * FROM prompts WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query((row, number) -> prompt(row))
                .optional();
    }

    boolean isTaken(String name, @Nullable UUID except) {
        return jdbc.sql("SELECT count(*) FROM prompts WHERE name = :name AND id IS DISTINCT FROM :except")
                        .param("name", name)
                        .param("except", except, Types.OTHER)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void save(Prompt prompt) {
        jdbc.sql("""
                        INSERT INTO prompts (id, name, description, version, created_at, changed_at, changed_by)
                        VALUES (:id, :name, :description, :version, :created, :changed, :by)
                        ON CONFLICT (id) DO UPDATE SET name = :name, description = :description, version = :version,
                                                       changed_at = :changed, changed_by = :by""")
                .param("id", prompt.id())
                .param("name", prompt.name())
                .param("description", prompt.description())
                .param("version", prompt.version())
                .param("created", prompt.createdAt().atOffset(ZoneOffset.UTC))
                .param("changed", prompt.changedAt().atOffset(ZoneOffset.UTC))
                .param("by", prompt.changedBy())
                .update();
    }

    void add(UUID prompt, Version version) {
        jdbc.sql("""
                        INSERT INTO prompt_versions (prompt_id, version, content, note, created_at, created_by)
                        VALUES (:prompt, :version, :content::json, :note, :created, :by)""")
                .param("prompt", prompt)
                .param("version", version.version())
                .param("content", StoredJson.write(version.content()))
                .param("note", version.note(), Types.VARCHAR)
                .param("created", version.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", version.createdBy())
                .update();
    }

    /** The newest first. */
    List<Version> versions(UUID prompt) {
        return jdbc.sql("SELECT * FROM prompt_versions WHERE prompt_id = :prompt ORDER BY version DESC LIMIT 500")
                .param("prompt", prompt)
                .query((row, number) -> version(row))
                .list();
    }

    Optional<Version> version(UUID prompt, int version) {
        return jdbc.sql("SELECT * FROM prompt_versions WHERE prompt_id = :prompt AND version = :version")
                .param("prompt", prompt)
                .param("version", version)
                .query((row, number) -> version(row))
                .optional();
    }

    List<Use> uses(UUID prompt) {
        return jdbc.sql("""
                        SELECT workflow_id, prompt_version, count(*) AS calls, max(started_at) AS last FROM ai_calls
                         WHERE prompt = :prompt GROUP BY 1, 2 ORDER BY last DESC LIMIT 200""")
                .param("prompt", prompt.toString())
                .query((row, number) -> new Use(
                        row.getObject("workflow_id", UUID.class),
                        row.getObject("prompt_version", Integer.class),
                        row.getLong("calls"),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Prompt prompt(ResultSet row) throws SQLException {
        return new Prompt(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("description"),
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                ContractJson.events().readValue(row.getString("content"), PromptContent.class),
                row.getString("note"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }
}
