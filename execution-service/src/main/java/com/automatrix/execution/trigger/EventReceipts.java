package com.automatrix.execution.trigger;

import com.automatrix.contracts.message.EventRef;
import com.automatrix.execution.persistence.Unnest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Remembers for seven days which events were taken, because systems send them again. */
@Repository
class EventReceipts {

    static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcTemplate jdbc;

    EventReceipts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What names an event for ever. */
    record Receipt(String source, String eventId) {

        static Receipt of(EventRef event) {
            return new Receipt(event.source(), event.id());
        }
    }

    /** Notes the events, and returns those that were not noted before. */
    Set<Receipt> note(Collection<Receipt> receipts, Instant now) {
        return Unnest.of(receipts)
                .text(Receipt::source)
                .text(Receipt::eventId)
                .time(receipt -> now)
                .query(jdbc, """
                        INSERT INTO event_receipts (source, event_id, received_at)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[])
                        ON CONFLICT DO NOTHING RETURNING source, event_id""", (row, number) -> new Receipt(row.getString("source"), row.getString("event_id")))
                .stream()
                .collect(Collectors.toSet());
    }

    int forgetBefore(Instant time) {
        return jdbc.update(
                "DELETE FROM event_receipts WHERE received_at < ?", OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
