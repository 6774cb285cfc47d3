package com.automatrix.execution.lead;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.execution.lead.LeadService.Found;
import com.automatrix.execution.lead.LeadService.ReceivedDocument;
import com.automatrix.execution.persistence.Unnest;
import com.automatrix.platform.json.StoredJson;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and leads in the database. */
@Repository
class LeadStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    LeadStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Where a lead is, and whether it has just come for the first time. */
    record Place(UUID id, boolean isNew) {}

    /** A document as it came. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: only sent.
    record Document(UUID id, String contentType, byte[] content) {}

    /** A lead that is in the table, under whose key. */
    record Stored(UUID id, String dealerId, String leadKey) {}

    void insertDocuments(Collection<ReceivedDocument> documents) {
        Unnest.of(documents)
                .uuid(ReceivedDocument::id)
                .time(ReceivedDocument::receivedAt)
                .text(received -> received.channel().name())
                .text(received -> received.document().contentType())
                .bytes(received -> received.document().content())
                .update(template, """
                        INSERT INTO lead_documents (id, received_at, channel, content_type, content)
                        SELECT * FROM unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::bytea[])""");
    }

    /** Stores those that have not come before, and counts the others. */
    List<Stored> insertLeads(Collection<Found> found) {
        return Unnest.of(found)
                .uuid(one -> one.lead().id())
                .uuid(one -> one.received().id())
                .time(one -> one.received().receivedAt())
                .text(one -> one.received().channel().name())
                .text(one -> one.lead().dealerId())
                .text(one -> one.lead().quality())
                .text(one -> one.lead().because())
                .text(one -> names(one.lead().repairs()))
                .text(one -> names(one.lead().notes()))
                .text(one -> one.lead().title())
                .text(one -> one.lead().vehicle())
                .text(one -> one.lead().event() == null
                        ? null
                        : StoredJson.write(one.lead().event()))
                .text(one -> one.lead().key())
                .text(one -> one.lead().search())
                .query(
                        template,
                        """
                        INSERT INTO leads (id, document_id, received_at, channel, dealer_id, quality, because, repairs,
                               notes, title, vehicle, lead, lead_key, search)
                        SELECT id, document_id, received_at, channel, dealer_id, quality, because,
                               string_to_array(repairs, ','), string_to_array(notes, ','), title, vehicle, lead::json,
                               lead_key, search
                          FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                      ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                      ?::text[])
                               AS l (id, document_id, received_at, channel, dealer_id, quality, because, repairs,
                                     notes, title, vehicle, lead, lead_key, search)
                        ON CONFLICT (dealer_id, lead_key) WHERE lead_key IS NOT NULL
                        DO UPDATE SET repeats = leads.repeats + 1
                        RETURNING id, dealer_id, lead_key""",
                        (row, number) -> new Stored(
                                row.getObject("id", UUID.class),
                                row.getString("dealer_id"),
                                row.getString("lead_key")));
    }

    private static String names(List<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    Optional<Document> document(UUID leadId) {
        return jdbc.sql("""
                SELECT d.id, d.content_type, d.content
                  FROM leads l JOIN lead_documents d ON d.id = l.document_id WHERE l.id = ?""")
                .param(leadId)
                .query((row, number) -> new Document(
                        row.getObject("id", UUID.class), row.getString("content_type"), row.getBytes("content")))
                .optional();
    }

    /** The data of a lead's event; empty if there is no such lead or it could not be read. */
    Optional<LeadReceived> event(UUID leadId) {
        return jdbc.sql("SELECT lead FROM leads WHERE id = ? AND lead IS NOT NULL")
                .param(leadId)
                .query((row, number) -> ContractJson.events().readValue(row.getString("lead"), LeadReceived.class))
                .optional();
    }
}
