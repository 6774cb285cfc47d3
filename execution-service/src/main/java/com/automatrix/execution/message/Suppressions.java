package com.automatrix.execution.message;

import com.automatrix.execution.consent.Channel;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses that nothing is sent to. */
@Repository
class Suppressions {

    private final JdbcClient jdbc;
    private final InstantSource clock;

    Suppressions(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An address on the list, and why it is there. */
    record Suppression(Channel channel, String address, String reason, Instant createdAt) {}

    void add(Channel channel, String address, String reason) {
        jdbc.sql("""
                        INSERT INTO message_suppressions (channel, address, reason, created_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""")
                .params(channel.name(), address, reason, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(Channel channel, String address) {
        return jdbc.sql("DELETE FROM message_suppressions WHERE channel = ? AND address = ?")
                        .params(channel.name(), address)
                        .update()
                > 0;
    }

    /** @param part of the address, in small or capital letters; empty for all */
    Page<Suppression> list(String part, Limit limit, Optional<Cursor> after) {
        List<Suppression> found = jdbc.sql("""
                        SELECT * FROM message_suppressions
                         WHERE (channel, address) > (:channel, :address) AND strpos(lower(address), lower(:part)) > 0
                         ORDER BY channel, address LIMIT :rows""")
                .param("part", part)
                .param("channel", after.map(place -> place.string(0)).orElse(""))
                .param("address", after.map(place -> place.string(1)).orElse(""))
                .param("rows", limit.rowsToRead())
                .query((row, number) -> new Suppression(
                        Channel.valueOf(row.getString("channel")),
                        row.getString("address"),
                        row.getString("reason"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
        return Page.cut(found, limit.value(), row -> Cursor.of(row.channel(), row.address()));
    }
}
