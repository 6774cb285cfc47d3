package com.automatrix.platform.audit;

import com.automatrix.contracts.message.AuditRecorded;
import com.automatrix.platform.json.StoredJson;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the entries in the service's own database, and hands them on. */
final class JdbcAudit implements Audit {

    private static final Actor SYSTEM = new Actor(null, "system");

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;
    private final String service;
    private final Forwarding forwarding;

    JdbcAudit(JdbcClient jdbc, Ids ids, InstantSource clock, String service, Forwarding forwarding) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.service = service;
        this.forwarding = forwarding;
    }

    /** Hands an entry on in the transaction in which it is kept. */
    @FunctionalInterface
    interface Forwarding {

        void keepAndTell(AuditRecorded entry, Consumer<AuditRecorded> keep);
    }

    @Override
    public void record(
            String action, String subjectType, String subjectId, @Nullable Object before, @Nullable Object after) {
        Actor actor = CurrentUser.find()
                .map(user -> new Actor(user.id(), user.name()))
                .orElse(SYSTEM);
        add(actor, new What(action, subjectType, subjectId, before, after));
    }

    @Override
    public void recordBy(Actor actor, String action, String subjectType, String subjectId, @Nullable Object detail) {
        add(actor, new What(action, subjectType, subjectId, null, detail));
    }

    private void add(Actor actor, What what) {
        AuditRecorded entry = new AuditRecorded(
                ids.next(),
                clock.instant(),
                actor.id(),
                actor.name(),
                what.action(),
                what.subjectType(),
                what.subjectId(),
                service,
                what.before(),
                what.after(),
                Correlation.current());
        forwarding.keepAndTell(entry, this::insert);
    }

    private void insert(AuditRecorded entry) {
        jdbc.sql("""
                insert into audit_log (id, at, actor_id, actor_name, action, subject_type, subject_id,
                                       before, after, correlation_id)
                values (:id, :at, :actorId, :actorName, :action, :subjectType, :subjectId,
                        :before::jsonb, :after::jsonb, :correlationId)""")
                .param("id", entry.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("actorId", entry.actorId(), Types.OTHER)
                .param("actorName", entry.actorName())
                .param("action", entry.action())
                .param("subjectType", entry.subjectType())
                .param("subjectId", entry.subjectId())
                .param("before", json(entry.before()), Types.VARCHAR)
                .param("after", json(entry.after()), Types.VARCHAR)
                .param("correlationId", entry.correlationId())
                .update();
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : StoredJson.write(value);
    }

    private record What(
            String action,
            String subjectType,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after) {}
}
