package com.automatrix.platform.outbox;

import com.automatrix.contracts.json.ContractJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** Reads and clears the outbox, within the relay's transaction. */
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

    List<WaitingEvent> waiting(int limit) {
        return jdbc.sql("""
                select id, topic, record_key, headers, payload from outbox
                where refused_at is null order by id limit :limit""").param("limit", limit).query((row, _) -> event(row)).list();
    }

    void delete(List<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from outbox where id = any(:ids)")
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    /** Keeps the row for somebody to look at, and lets the others pass. */
    void refuse(long id, String because) {
        jdbc.sql("update outbox set refused_at = :at, refused_because = :because where id = :id")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("because", because)
                .param("id", id)
                .update();
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
