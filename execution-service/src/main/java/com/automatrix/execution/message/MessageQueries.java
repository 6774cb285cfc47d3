package com.automatrix.execution.message;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds messages for people. */
@Repository
class MessageQueries {

    /** One that waits and whose step nobody will run again waits no longer. */
    private static final String SHOWN = """
            CASE WHEN m.state = 'DEFERRED' AND NOT EXISTS (
                     SELECT FROM step_inbox i
                      WHERE i.execution_id = m.execution_id AND i.step_run_id = m.step_run_id
                        AND i.finished_at IS NULL)
                 THEN 'CANCELLED' ELSE m.state END""";

    private final JdbcClient jdbc;

    MessageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Message> find(UUID id) {
        return jdbc.sql("SELECT m.*, " + SHOWN + " AS shown FROM messages m WHERE m.id = ?")
                .param(id)
                .query((row, number) -> MessageRows.read(row, "shown"))
                .optional();
    }

    /** The newest first. */
    Page<MessageSummary> list(MessageFilter filter, Limit limit, Optional<Cursor> after) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        equal(conditions, parameters, "m.channel", filter.channel());
        equal(conditions, parameters, "m.purpose", filter.purpose());
        equal(conditions, parameters, "m.execution_id", filter.executionId());
        equal(conditions, parameters, "m.person_id", filter.personId());
        equal(conditions, parameters, "m.recipient", filter.to());
        if (filter.state() == MessageState.DEFERRED || filter.state() == MessageState.CANCELLED) {
            conditions.add("m.state = 'DEFERRED'");
            equal(conditions, parameters, SHOWN, filter.state());
        } else {
            equal(conditions, parameters, "m.state", filter.state());
        }
        after.ifPresent(place -> {
            conditions.add("m.id < :after");
            parameters.put("after", place.uuid(0));
        });
        List<Message> found = jdbc.sql("SELECT m.*, " + SHOWN + " AS shown FROM messages m WHERE "
                        + String.join(" AND ", conditions) + " ORDER BY m.id DESC LIMIT :rows")
                .params(parameters)
                .param("rows", limit.rowsToRead())
                .query((row, number) -> MessageRows.read(row, "shown"))
                .list();
        return Page.cut(found, limit.value(), message -> Cursor.of(message.id()))
                .map(MessageSummary::of);
    }

    private static void equal(
            List<String> conditions, Map<String, Object> parameters, String column, @Nullable Object value) {
        if (value != null) {
            String name = "p" + parameters.size();
            conditions.add(column + " = :" + name);
            parameters.put(name, value instanceof Enum<?> constant ? constant.name() : value);
        }
    }
}
