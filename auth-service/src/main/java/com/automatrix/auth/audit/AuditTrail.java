package com.automatrix.auth.audit;

import com.automatrix.auth.audit.AuditEntry.Actor;
import com.automatrix.auth.audit.AuditEntry.Subject;
import com.automatrix.platform.page.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and adds to {@code audit_trail}. */
@Repository
class AuditTrail {

    private static final String SELECT = """
            select t.*, coalesce(nullif(t.actor_name, ''), who.name, 'somebody') as actor,
                   case when t.subject_type = 'user' then whom.name end as subject_name
            from audit_trail t
            left join users who on who.id = t.actor_id
            left join users whom on t.subject_type = 'user' and whom.id::text = t.subject_id
            """;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds an entry, unless it is there already. */
    void add(AuditEntry entry) {
        jdbc.sql("""
                insert into audit_trail (id, at, actor_id, actor_name, action, subject_type, subject_id, service,
                                         detail, correlation_id)
                values (:id, :at, :actorId, :actorName, :action, :subjectType, :subjectId, :service,
                        :detail::jsonb, :correlationId)
                on conflict (id) do nothing""")
                .param("id", entry.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actorId", entry.actor().id(), Types.OTHER)
                .param("actorName", entry.actor().name())
                .param("action", entry.action())
                .param("subjectType", entry.subject().type())
                .param("subjectId", entry.subject().id())
                .param("service", entry.service())
                .param("detail", entry.detail(), Types.VARCHAR)
                .param("correlationId", entry.correlationId())
                .update();
    }

    /** The newest first, those after the cursor. */
    List<AuditEntry> find(AuditFilter filter, @Nullable Cursor after, int rows) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        restrict(filter, conditions, values);
        if (after != null) {
            conditions.add("(t.at, t.id) < (:afterAt, :afterId)");
            values.put("afterAt", instant(after.string(0)).atOffset(ZoneOffset.UTC));
            values.put("afterId", after.uuid(1));
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return jdbc.sql(SELECT + where + " order by t.at desc, t.id desc limit :rows")
                .params(values)
                .param("rows", rows)
                .query(AuditTrail::read)
                .list();
    }

    /** Removes what is older; the table lets nothing go that is younger than a year. */
    int removeBefore(Instant moment) {
        jdbc.sql("select set_config('automatrix.audit_retention', 'on', true)")
                .query(String.class)
                .single();
        return jdbc.sql("delete from audit_trail where at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void restrict(AuditFilter filter, List<String> conditions, Map<String, Object> values) {
        if (filter.actor() != null) {
            conditions.add("(t.actor_id::text = :actor or t.actor_name ilike :actorLike or who.name ilike :actorLike)");
            values.put("actor", filter.actor());
            values.put("actorLike", "%" + escaped(filter.actor()) + "%");
        }
        if (filter.action() != null) {
            conditions.add("t.action like :actionLike");
            values.put("actionLike", escaped(filter.action()) + "%");
        }
        if (filter.subject() != null) {
            String[] parts = filter.subject().split("/", 2);
            conditions.add(
                    parts.length == 2
                            ? "t.subject_type = :subjectType and t.subject_id = :subjectId"
                            : "(t.subject_type = :subjectType or t.subject_id = :subjectId)");
            values.put("subjectType", parts[0]);
            values.put("subjectId", parts[parts.length - 1]);
        }
        if (filter.from() != null) {
            conditions.add("t.at >= :from");
            values.put("from", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            conditions.add("t.at <= :to");
            values.put("to", filter.to().atOffset(ZoneOffset.UTC));
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Instant instant(String text) {
        return AuditTimes.ofCursor(text);
    }

    private static AuditEntry read(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                new Actor(row.getObject("actor_id", UUID.class), row.getString("actor")),
                row.getString("action"),
                new Subject(row.getString("subject_type"), row.getString("subject_id"), row.getString("subject_name")),
                row.getString("service"),
                row.getString("detail"),
                row.getString("correlation_id"));
    }
}
