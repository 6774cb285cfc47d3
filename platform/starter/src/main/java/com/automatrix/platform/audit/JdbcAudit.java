package com.automatrix.platform.audit;

import com.automatrix.platform.json.StoredJson;
import com.automatrix.platform.security.CurrentUser;
import com.automatrix.platform.time.Ids;
import com.automatrix.platform.trace.Correlation;
import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the entries in the service's own database. */
final class JdbcAudit implements Audit {

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final InstantSource clock;

    JdbcAudit(JdbcClient jdbc, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void record(
            String action, String subjectType, String subjectId, @Nullable Object before, @Nullable Object after) {
        var actor = CurrentUser.find();
        jdbc.sql("""
                insert into audit_log (id, at, actor_id, actor_name, action, subject_type, subject_id,
                                       before, after, correlation_id)
                values (:id, :at, :actorId, :actorName, :action, :subjectType, :subjectId,
                        :before::jsonb, :after::jsonb, :correlationId)""")
                .param("id", ids.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("actorId", actor.map(CurrentUser::id).orElse(null), Types.OTHER)
                .param("actorName", actor.map(CurrentUser::name).orElse(SYSTEM))
                .param("action", action)
                .param("subjectType", subjectType)
                .param("subjectId", subjectId)
                .param("before", json(before), Types.VARCHAR)
                .param("after", json(after), Types.VARCHAR)
                .param("correlationId", Correlation.current())
                .update();
    }

    private static @Nullable String json(@Nullable Object value) {
        return value == null ? null : StoredJson.write(value);
    }
}
