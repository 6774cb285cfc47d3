package com.automatrix.platform.outbox;

import com.automatrix.contracts.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;

/** The table of events that wait; every method runs in the caller's transaction. */
final class OutboxTable {

    // One number for all services: each has a database of its own.
    private static final long LOCK = 0x6f7574626f78L;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final InstantSource clock;

    OutboxTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Waits until no other process of this service sends; holds until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((_, _) -> true)
                .single();
    }

    /**
     * Adds events in one statement.
     *
     * @param relayAfter until when their writer sends them himself; null if that is the relay's to do
     * @throws IllegalTransactionStateException outside of a transaction
     */
    List<Long> insert(List<ProducerRecord<String, byte[]>> messages, @Nullable Instant relayAfter) {
        if (messages.isEmpty()) {
            return List.of();
        }
        requireTransaction(messages.getFirst());
        return jdbc.sql("""
                insert into outbox (topic, record_key, headers, payload, created_at, relay_after)
                select u.t, u.k, u.h::jsonb, u.p, :createdAt, :relayAfter
                from unnest(:topics::text[], :keys::text[], :headers::text[], :payloads::bytea[])
                     with ordinality as u(t, k, h, p, n)
                order by u.n
                returning id""")
                .param("topics", column(messages, ProducerRecord::topic))
                .param("keys", column(messages, ProducerRecord::key))
                .param("headers", column(messages, OutboxTable::headers))
                .param("payloads", messages.stream().map(ProducerRecord::value).toArray(byte[][]::new))
                .param("createdAt", at(clock.instant()))
                .param("relayAfter", relayAfter == null ? null : at(relayAfter), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /** What is the relay's to send, oldest first. */
    List<WaitingEvent> waiting(int limit) {
        return jdbc.sql("""
                select id, topic, record_key, headers, payload from outbox
                where refused_at is null and (relay_after is null or relay_after < :now) order by id limit :limit""")
                .param("now", at(clock.instant()))
                .param("limit", limit)
                .query((row, _) -> event(row))
                .list();
    }

    void delete(List<Long> ids) {
        if (!ids.isEmpty()) {
            // Behind a subselect the number of ids is not seen, so that the plan is made once and not for each number.
            jdbc.sql("delete from outbox where id = any((select :ids::bigint[])::bigint[])")
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    /** Keeps the row for somebody to look at, and lets the others pass. */
    void refuse(long id, String because) {
        jdbc.sql("update outbox set refused_at = :at, refused_because = :because where id = :id")
                .param("at", at(clock.instant()))
                .param("because", because)
                .param("id", id)
                .update();
    }

    private static String[] column(
            List<ProducerRecord<String, byte[]>> messages, Function<ProducerRecord<String, byte[]>, String> text) {
        return messages.stream().map(text).toArray(String[]::new);
    }

    private static String headers(ProducerRecord<String, byte[]> message) {
        var headers = new LinkedHashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return ContractJson.events().writeValueAsString(headers);
    }

    private static void requireTransaction(ProducerRecord<String, byte[]> message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "Expected a transaction around the event for topic %s, key %s, but there is none."
                            .formatted(message.topic(), message.key()));
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static WaitingEvent event(ResultSet row) throws SQLException {
        return new WaitingEvent(
                row.getLong("id"),
                row.getString("topic"),
                row.getString("record_key"),
                ContractJson.events().readValue(row.getString("headers"), HEADERS),
                row.getBytes("payload"));
    }
}
