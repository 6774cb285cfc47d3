package com.automatrix.execution.lead;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.json.StoredJson;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and leads in the database. */
@Repository
class LeadStore {

    private final JdbcClient jdbc;

    LeadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a lead is, and whether it has just come for the first time. */
    record Place(UUID id, boolean isNew) {}

    /** A document as it came. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: only sent.
    record Document(UUID id, String contentType, byte[] content) {}

    void insertDocument(UUID id, Instant receivedAt, Channel channel, IncomingDocument document) {
        jdbc.sql("""
                INSERT INTO lead_documents (id, received_at, channel, content_type, content)
                VALUES (?, ?, ?, ?, ?)""")
                .params(
                        id,
                        receivedAt.atOffset(ZoneOffset.UTC),
                        channel.name(),
                        document.contentType(),
                        document.content())
                .update();
    }

    /** Stores it, or counts it if it has come before. */
    Place insertLead(UUID documentId, Instant receivedAt, Channel channel, StoredLead lead) {
        return jdbc.sql("""
                INSERT INTO leads (id, document_id, received_at, channel, dealer_id, quality, because, repairs, notes,
                                   title, vehicle, lead, lead_key, search)
                VALUES (:id, :documentId, :receivedAt, :channel, :dealerId, :quality, :because, :repairs, :notes,
                        :title, :vehicle, :lead::json, :key, :search)
                ON CONFLICT (dealer_id, lead_key) WHERE lead_key IS NOT NULL
                DO UPDATE SET repeats = leads.repeats + 1
                RETURNING id""")
                .param("id", lead.id())
                .param("documentId", documentId)
                .param("receivedAt", receivedAt.atOffset(ZoneOffset.UTC))
                .param("channel", channel.name())
                .param("dealerId", lead.dealerId())
                .param("quality", lead.quality())
                .param("because", lead.because(), Types.VARCHAR)
                .param("repairs", lead.repairs().stream().map(Enum::name).toArray(String[]::new))
                .param("notes", lead.notes().stream().map(Enum::name).toArray(String[]::new))
                .param("title", lead.title())
                .param("vehicle", lead.vehicle())
                .param("lead", lead.event() == null ? null : StoredJson.write(lead.event()), Types.VARCHAR)
                .param("key", lead.key())
                .param("search", lead.search())
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Place(id, id.equals(lead.id()));
                })
                .single();
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
