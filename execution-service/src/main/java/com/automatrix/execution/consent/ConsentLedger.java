package com.automatrix.execution.consent;

import com.automatrix.execution.consent.ConsentQueries.Holding;
import com.automatrix.platform.time.Ids;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps what persons have said about being contacted. Each change is written in the caller's transaction, and wakes the
 * messages that wait if consent was taken back.
 */
@Repository
public class ConsentLedger {

    private static final String ALL = "ALL";
    private static final String PERSON = "person:";
    private static final String ADDRESS = "address:";

    private final JdbcClient jdbc;
    private final List<WaitingMessages> waiting;
    private final Ids ids;
    private final InstantSource clock;

    ConsentLedger(JdbcClient jdbc, List<WaitingMessages> waiting, Ids ids, InstantSource clock) {
        this.jdbc = jdbc;
        this.waiting = List.copyOf(waiting);
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds what was said. What was said later holds, in whatever order it comes. Returns the entries' ids. */
    List<UUID> add(ConsentChange change) {
        List<UUID> entries = change.addresses().isEmpty()
                ? List.of(write(change, null))
                : change.addresses().stream()
                        .map(address -> write(change, address))
                        .toList();
        if (change.state() == ConsentState.REVOKED) {
            List<String> addresses = addresses(change);
            waiting.forEach(messages -> messages.wake(change.channel(), change.personId(), addresses));
        }
        return entries;
    }

    private List<String> addresses(ConsentChange change) {
        String person = change.personId();
        Stream<String> known = person == null
                ? Stream.empty()
                : change.purposes().stream()
                        .flatMap(purpose -> addressesOf(person, change.channel(), purpose).stream())
                        .map(subject -> subject.substring(ADDRESS.length()));
        return Stream.concat(change.addresses().stream(), known).distinct().toList();
    }

    private UUID write(ConsentChange change, @Nullable String address) {
        UUID entry = ids.next();
        insert(entry, change, address);
        change.purposes().forEach(purpose -> hold(entry, change, purpose, address));
        return entry;
    }

    /** What holds for a message to the address. */
    public ConsentState state(@Nullable String personId, @Nullable String address, Channel channel, Purpose purpose) {
        return deciding(personId, address, channel, purpose).map(Holding::state).orElse(ConsentState.UNKNOWN);
    }

    /**
     * What decides about a message to the address; empty if nothing was said. No is never outvoted: consent that the person,
     * or the address, or whom the address is known to belong to, has taken back is taken back. Of two that say the same it
     * is the later one.
     */
    Optional<Holding> deciding(@Nullable String personId, @Nullable String address, Channel channel, Purpose purpose) {
        return jdbc.sql("""
                        SELECT * FROM consent_states
                         WHERE channel = :channel AND purpose = :purpose
                           AND (subject IN (:subjects)
                                OR subject IN (SELECT 'person:' || a.person_id FROM consent_states a
                                                WHERE a.subject = :address AND a.channel = :channel))
                         ORDER BY CASE state WHEN 'REVOKED' THEN 0 WHEN 'GRANTED' THEN 1 ELSE 2 END, at DESC LIMIT 1""")
                .param("subjects", subjects(personId, address))
                .param("address", subjects(null, address).getLast())
                .param("channel", channel.name())
                .param("purpose", purpose.name())
                .query((row, number) -> ConsentQueries.holding(row))
                .optional();
    }

    private static List<String> subjects(@Nullable String personId, @Nullable String address) {
        String person = personId == null ? "" : PERSON + personId;
        String known = address == null ? "" : ADDRESS + address;
        return List.of(person, known);
    }

    private void insert(UUID entry, ConsentChange change, @Nullable String address) {
        jdbc.sql("""
                        INSERT INTO consent_entries (id, person_id, address, channel, purpose, state, source, evidence,
                                                     at, recorded_at, recorded_by)
                        VALUES (:id, :person, :address, :channel, :purpose, :state, :source, :evidence,
                                :at, :recordedAt, :recordedBy)""")
                .param("id", entry)
                .param("person", change.personId(), Types.VARCHAR)
                .param("address", address, Types.VARCHAR)
                .param("channel", change.channel().name())
                .param(
                        "purpose",
                        change.purpose() == null ? ALL : change.purpose().name())
                .param("state", change.state().name())
                .param("source", change.source())
                .param("evidence", change.evidence(), Types.VARCHAR)
                .param("at", time(change.at()))
                .param("recordedAt", time(clock.instant()))
                .param("recordedBy", change.recordedBy())
                .update();
    }

    private void hold(UUID entry, ConsentChange change, Purpose purpose, @Nullable String address) {
        if (address != null) {
            hold(entry, change, purpose, subjects(null, address).getLast(), change.personId());
        }
        String person = change.personId();
        if (person != null) {
            hold(entry, change, purpose, subjects(person, null).getFirst(), person);
            // What a person says without naming an address is about all those that are known as theirs.
            if (address == null) {
                addressesOf(person, change.channel(), purpose)
                        .forEach(subject -> hold(entry, change, purpose, subject, person));
            }
        }
    }

    private List<String> addressesOf(String person, Channel channel, Purpose purpose) {
        return jdbc.sql("SELECT subject FROM consent_states WHERE person_id = ? AND channel = ? AND purpose = ?"
                        + " AND subject LIKE 'address:%'")
                .params(person, channel.name(), purpose.name())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private void hold(UUID entry, ConsentChange change, Purpose purpose, String subject, @Nullable String person) {
        jdbc.sql("""
                        INSERT INTO consent_states AS s (subject, channel, purpose, state, at, person_id, entry_id)
                        VALUES (:subject, :channel, :purpose, :state, :at, :person, :entry)
                        ON CONFLICT (subject, channel, purpose) DO UPDATE
                           SET state = excluded.state, at = excluded.at, entry_id = excluded.entry_id,
                               person_id = coalesce(excluded.person_id, s.person_id)
                         WHERE s.at <= excluded.at""")
                .param("subject", subject)
                .param("channel", change.channel().name())
                .param("purpose", purpose.name())
                .param("state", change.state().name())
                .param("at", time(earlier(change.at(), clock.instant())))
                .param("person", person, Types.VARCHAR)
                .param("entry", entry)
                .update();
    }

    /** What is dated tomorrow must not outlast what is said today. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
