package com.automatrix.execution.deadletter;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dead letters in the database. */
@Repository
class DeadLetterStore {

    private final JdbcClient jdbc;

    DeadLetterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a dead letter lies in Kafka: read twice, it is stored once. */
    record Place(String topic, int partition, long offset, Instant at) {}

    /** How many open ones a topic has. */
    record TopicCount(String topic, long open) {}

    void insert(DeadLetter letter, Place place) {
        jdbc.sql("""
                INSERT INTO dead_letters (id, letter_topic, letter_partition, letter_offset, letter_at, topic,
                                          original_partition, original_offset, at, reason, event_type, record_key,
                                          headers, content)
                VALUES (:id, :letterTopic, :letterPartition, :letterOffset, :letterAt, :topic, :partition, :offset,
                        :at, :reason, :eventType, :key, :headers::jsonb, :content)
                ON CONFLICT DO NOTHING""")
                .param("id", letter.id())
                .param("letterTopic", place.topic())
                .param("letterPartition", place.partition())
                .param("letterOffset", place.offset())
                .param("letterAt", place.at().atOffset(ZoneOffset.UTC))
                .param("topic", letter.topic())
                .param("partition", letter.partition(), Types.INTEGER)
                .param("offset", letter.offset(), Types.BIGINT)
                .param("at", letter.at().atOffset(ZoneOffset.UTC))
                .param("reason", letter.reason())
                .param("eventType", letter.eventType(), Types.VARCHAR)
                .param("key", letter.key(), Types.VARCHAR)
                .param("headers", StoredJson.write(letter.headers()))
                .param("content", letter.content(), Types.BINARY)
                .update();
    }

    Optional<DeadLetter> find(UUID id) {
        return jdbc.sql("SELECT * FROM dead_letters WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The newest first. */
    Page<DeadLetter> list(DeadLetterFilter filter, Limit limit, Optional<Cursor> after) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        add(
                conditions,
                parameters,
                "state = :state",
                "state",
                filter.state() == null ? null : filter.state().name());
        add(conditions, parameters, "topic = :topic", "topic", filter.topic());
        add(conditions, parameters, "strpos(lower(reason), lower(:reason)) > 0", "reason", filter.reason());
        add(conditions, parameters, "at >= :from", "from", time(filter.from()));
        add(conditions, parameters, "at <= :to", "to", time(filter.to()));
        add(
                conditions,
                parameters,
                "id < :after",
                "after",
                after.map(place -> place.uuid(0)).orElse(null));
        List<DeadLetter> found = jdbc.sql("SELECT * FROM dead_letters WHERE " + String.join(" AND ", conditions)
                        + " ORDER BY id DESC LIMIT :rows")
                .params(parameters)
                .param("rows", limit.rowsToRead())
                .query((row, number) -> read(row))
                .list();
        return Page.cut(found, limit.value(), letter -> Cursor.of(letter.id()));
    }

    List<TopicCount> topics() {
        return jdbc.sql("""
                SELECT topic, count(*) FILTER (WHERE state = 'OPEN') AS open
                  FROM dead_letters GROUP BY topic ORDER BY topic""")
                .query((row, number) -> new TopicCount(row.getString("topic"), row.getLong("open")))
                .list();
    }

    /** Whether it was still open, and so this has decided about it. */
    boolean settle(UUID id, DeadLetterState state, boolean isEdited, Instant at, String by) {
        return jdbc.sql("""
                UPDATE dead_letters SET state = ?, is_edited = ?, settled_at = ?, settled_by = ?
                 WHERE id = ? AND state = 'OPEN'""")
                        .params(state.name(), isEdited, at.atOffset(ZoneOffset.UTC), by, id)
                        .update()
                == 1;
    }

    void forgetBefore(Instant time) {
        jdbc.sql("DELETE FROM dead_letters WHERE at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getObject("original_partition", Integer.class),
                row.getObject("original_offset", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("event_type"),
                row.getString("record_key"),
                List.of(ContractJson.events().readValue(row.getString("headers"), LetterHeader[].class)),
                row.getBytes("content"),
                DeadLetterState.valueOf(row.getString("state")),
                row.getBoolean("is_edited"),
                settledAt == null ? null : settledAt.toInstant(),
                row.getString("settled_by"));
    }
}
