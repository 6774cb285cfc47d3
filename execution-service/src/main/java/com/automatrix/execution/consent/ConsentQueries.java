package com.automatrix.execution.consent;

import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger for people. */
@Repository
class ConsentQueries {

    private final JdbcClient jdbc;

    ConsentQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What holds now.
     *
     * @param personId null if it is about an address that belongs to nobody known
     * @param address null if it is about the person
     */
    record Holding(
            @Nullable String personId,
            @Nullable String address,
            Channel channel,
            Purpose purpose,
            ConsentState state,
            Instant at,
            UUID entryId) {}

    /**
     * What was said.
     *
     * @param purpose TRANSACTIONAL, MARKETING or ALL
     */
    record Entry(
            UUID id,
            @Nullable String personId,
            @Nullable String address,
            Channel channel,
            String purpose,
            ConsentState state,
            String source,
            @Nullable String evidence,
            Instant at,
            Instant recordedAt,
            String recordedBy) {}

    List<Holding> holdings(Who who) {
        return jdbc.sql("""
                        SELECT * FROM consent_states
                         WHERE subject IN (:person, :address) OR person_id = :id
                         ORDER BY channel, purpose, subject LIMIT 1000""")
                .param("person", "person:" + who.idOrNothing())
                .param("address", "address:" + who.addressOrNothing())
                .param("id", who.idOrNothing())
                .query((row, number) -> holding(row))
                .list();
    }

    Page<Entry> history(Who who, Limit limit, Optional<Cursor> after) {
        List<Entry> entries = jdbc.sql("""
                        SELECT * FROM consent_entries
                         WHERE (person_id = :id OR address = :address) AND id < :after
                         ORDER BY id DESC LIMIT :rows""")
                .param("id", who.idOrNothing())
                .param("address", who.addressOrNothing())
                .param("after", after.map(place -> place.uuid(0)).orElse(new UUID(-1, -1)))
                .param("rows", limit.rowsToRead())
                .query((row, number) -> entry(row))
                .list();
        return Page.cut(entries, limit.value(), entry -> Cursor.of(entry.id()));
    }

    static Holding holding(ResultSet row) throws SQLException {
        String subject = row.getString("subject");
        return new Holding(
                row.getString("person_id"),
                subject.startsWith("address:") ? subject.substring("address:".length()) : null,
                Channel.valueOf(row.getString("channel")),
                Purpose.valueOf(row.getString("purpose")),
                ConsentState.valueOf(row.getString("state")),
                instant(row, "at"),
                row.getObject("entry_id", UUID.class));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("person_id"),
                row.getString("address"),
                Channel.valueOf(row.getString("channel")),
                row.getString("purpose"),
                ConsentState.valueOf(row.getString("state")),
                row.getString("source"),
                row.getString("evidence"),
                instant(row, "at"),
                instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
