package com.automatrix.execution.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of stored texts. */
@Repository
class MessageTemplateStore {

    private final JdbcClient jdbc;

    MessageTemplateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MessageTemplate> all() {
        return jdbc.sql("SELECT * FROM message_templates ORDER BY name LIMIT 1000")
                .query(MessageTemplateStore::read)
                .list();
    }

    Optional<MessageTemplate> find(String name) {
        return jdbc.sql("SELECT * FROM message_templates WHERE name = ?")
                .param(name)
                .query(MessageTemplateStore::read)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<MessageTemplate> lock(String name) {
        return jdbc.sql("SELECT * FROM message_templates WHERE name = ? FOR UPDATE")
                .param(name)
                .query(MessageTemplateStore::read)
                .optional();
    }

    /** False if the name is taken. */
    boolean insert(String name, MessageTemplateRequest template, String by, Instant now) {
        return write("""
                        INSERT INTO message_templates (name, subject, body_text, body_html, version, changed_at, changed_by)
                        VALUES (:name, :subject, :text, :html, 1, :now, :by) ON CONFLICT DO NOTHING""", name, template)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                > 0;
    }

    void update(String name, MessageTemplateRequest template, String by, Instant now) {
        write("""
                        UPDATE message_templates
                           SET subject = :subject, body_text = :text, body_html = :html, version = version + 1,
                               changed_at = :now, changed_by = :by
                         WHERE name = :name""", name, template)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void delete(String name) {
        jdbc.sql("DELETE FROM message_templates WHERE name = ?").param(name).update();
    }

    private JdbcClient.StatementSpec write(String sql, String name, MessageTemplateRequest template) {
        return jdbc.sql(sql)
                .param("name", name)
                .param("subject", template.subject())
                .param("text", template.text())
                .param("html", template.html(), Types.VARCHAR);
    }

    private static MessageTemplate read(ResultSet row, int number) throws SQLException {
        String subject = row.getString("subject");
        String text = row.getString("body_text");
        String html = row.getString("body_html");
        return new MessageTemplate(
                row.getString("name"),
                subject,
                text,
                html,
                row.getInt("version"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                MessageTemplate.variables(subject, text, html));
    }
}
