package com.automatrix.execution.lead;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.lead.adf.LeadReader;
import com.automatrix.execution.lead.adf.Note;
import com.automatrix.execution.lead.adf.Repair;
import com.automatrix.platform.page.Cursor;
import com.automatrix.platform.page.Limit;
import com.automatrix.platform.page.Page;
import com.automatrix.platform.problem.NotFound;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists leads, newest first, and shows one. */
@Repository
class LeadQueries {

    private static final int SHOWN_BYTES = 64 * 1024;
    private static final String SUMMARY = """
            l.id, l.received_at, l.channel, l.dealer_id, l.quality, l.because, l.lead ->> 'leadType' AS lead_type,
            l.title, l.vehicle, l.repeats, l.repairs""";

    private final JdbcClient jdbc;
    private final LeadStore store;

    LeadQueries(JdbcClient jdbc, LeadStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    Page<LeadSummary> list(LeadFilter filter, Limit limit, Optional<Cursor> cursor) {
        List<LeadSummary> rows = jdbc.sql("SELECT " + SUMMARY + """
                 FROM leads l
                WHERE (:after::uuid IS NULL OR l.id < :after::uuid)
                  AND (:quality::text IS NULL OR l.quality = :quality)
                  AND (:from::timestamptz IS NULL OR l.received_at >= :from)
                  AND (:to::timestamptz IS NULL OR l.received_at < :to)
                  AND (:text::text IS NULL OR position(:text::text IN l.search) > 0)
                ORDER BY l.id DESC LIMIT :rows""")
                .param("after", cursor.map(place -> place.uuid(0)).orElse(null), Types.OTHER)
                .param("quality", filter.quality(), Types.VARCHAR)
                .param("from", utc(filter.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", utc(filter.to()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("text", filter.text(), Types.VARCHAR)
                .param("rows", limit.rowsToRead())
                .query((row, number) -> summary(row))
                .list();
        return Page.cut(rows, limit.value(), row -> Cursor.of(row.id()));
    }

    /** @throws NotFound with {@code lead.not-found} */
    LeadDetail find(UUID id) {
        return jdbc.sql("SELECT " + SUMMARY + """
                , l.notes, l.lead, d.content_type, length(d.content) AS bytes, substr(d.content, 1, :shown) AS shown
                 FROM leads l JOIN lead_documents d ON d.id = l.document_id WHERE l.id = :id""")
                .param("shown", SHOWN_BYTES)
                .param("id", id)
                .query((row, number) -> detail(row))
                .optional()
                .orElseThrow(() -> notFound(id));
    }

    /** @throws NotFound with {@code lead.not-found} */
    LeadStore.Document document(UUID id) {
        return store.document(id).orElseThrow(() -> notFound(id));
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("lead.not-found", "Expected a lead %s, but there is none.".formatted(id));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private static LeadSummary summary(ResultSet row) throws SQLException {
        return new LeadSummary(
                row.getObject("id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getString("channel"),
                row.getString("dealer_id"),
                row.getString("quality"),
                row.getString("because"),
                row.getString("lead_type"),
                row.getString("title"),
                row.getString("vehicle"),
                row.getInt("repeats"),
                names(row, "repairs").stream()
                        .map(name -> Repair.valueOf(name).code())
                        .toList());
    }

    private static LeadDetail detail(ResultSet row) throws SQLException {
        LeadSummary summary = summary(row);
        String lead = row.getString("lead");
        return new LeadDetail(
                summary,
                Remark.repairs(
                        names(row, "repairs").stream().map(Repair::valueOf).toList()),
                Remark.notes(names(row, "notes").stream().map(Note::valueOf).toList()),
                lead == null ? null : ContractJson.events().readTree(lead),
                row.getString("content_type"),
                row.getInt("bytes"),
                LeadReader.text(row.getBytes("shown")),
                TakenResponse.href(summary.id()) + "/document");
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((String[]) array.getArray());
    }
}
