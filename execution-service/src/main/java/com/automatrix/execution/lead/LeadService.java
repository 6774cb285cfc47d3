package com.automatrix.execution.lead;

import com.automatrix.execution.lead.LeadEvents.Outgoing;
import com.automatrix.execution.lead.LeadStore.Place;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.problem.Conflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes documents durable together with the events of the new leads in them. */
@Service
class LeadService {

    private final LeadStore store;
    private final LeadEvents events;
    private final Outbox outbox;
    private final Audit audit;

    LeadService(LeadStore store, LeadEvents events, Outbox outbox, Audit audit) {
        this.store = store;
        this.events = events;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** A document that was read, before it is stored. */
    record ReceivedDocument(
            UUID id, Instant receivedAt, Channel channel, IncomingDocument document, List<StoredLead> leads) {

        ReceivedDocument {
            leads = List.copyOf(leads);
        }
    }

    /** A lead of a document that was taken in, and where it is: where it was, if it has come before. */
    record Taken(Place place, StoredLead lead) {}

    /** Stores the document and its leads; the event of each that is new will be published. */
    @Transactional
    public List<Taken> store(ReceivedDocument received) {
        store.insertDocument(received.id, received.receivedAt, received.channel, received.document);
        List<Taken> taken = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        // Always in the order of their keys, so that two documents with the same leads do not lock each other out.
        received.leads.stream().sorted(Comparator.comparing(StoredLead::key)).forEach(lead -> {
            Place place = store.insertLead(received.id, received.receivedAt, received.channel, lead);
            taken.add(new Taken(place, lead));
            if (place.isNew() && lead.event() != null) {
                messages.add(events.received(lead.event()).message());
            }
        });
        outbox.append(messages);
        taken.sort(Comparator.comparingInt(one -> received.leads.indexOf(one.lead())));
        return List.copyOf(taken);
    }

    /** Publishes a lead's event once more, as a new event; gives the event's id. */
    @Transactional
    public String replay(UUID id) {
        LeadReceived lead = store.event(id)
                .orElseThrow(() -> new Conflict(
                        "lead.not-read", "Expected lead %s to have been read, but it could not be.".formatted(id)));
        Outgoing again = events.received(lead);
        outbox.append(List.of(again.message()));
        audit.record("lead.replayed", "lead", id.toString(), null, Map.of("eventId", again.eventId()));
        return again.eventId();
    }
}
