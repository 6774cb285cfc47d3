package com.automatrix.execution.lead;

import static java.util.stream.Collectors.toMap;

import com.automatrix.execution.lead.LeadEvents.Outgoing;
import com.automatrix.execution.lead.LeadStore.Place;
import com.automatrix.platform.audit.Audit;
import com.automatrix.platform.outbox.Outbox;
import com.automatrix.platform.problem.Conflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** A lead of a document, before it is stored. */
    record Found(ReceivedDocument received, StoredLead lead) {}

    private record Key(String dealerId, String leadKey) {

        private static final Comparator<Found> ORDER =
                Comparator.comparing((Found found) -> found.lead.dealerId()).thenComparing(found -> found.lead.key());

        private static Key of(Found found) {
            return new Key(found.lead.dealerId(), found.lead.key());
        }
    }

    /**
     * Stores documents and their leads; the event of each lead that is new will be published.
     *
     * @return what became of the leads of each document, in the order in which it has them
     */
    @Transactional
    public List<List<Taken>> store(List<ReceivedDocument> received) {
        store.insertDocuments(received);
        Map<UUID, Place> places = places(received);
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        List<List<Taken>> taken = new ArrayList<>();
        for (ReceivedDocument document : received) {
            List<Taken> ofDocument = new ArrayList<>();
            for (StoredLead lead : document.leads) {
                Place place = Objects.requireNonNull(places.get(lead.id()));
                ofDocument.add(new Taken(place, lead));
                if (place.isNew() && lead.event() != null) {
                    messages.add(events.received(lead.event()).message());
                }
            }
            taken.add(List.copyOf(ofDocument));
        }
        outbox.append(messages);
        return taken;
    }

    /** Always in the order of their keys, so that two groups with the same leads do not lock each other out. */
    private Map<UUID, Place> places(List<ReceivedDocument> received) {
        Map<UUID, Place> places = new HashMap<>();
        List<Found> rest = received.stream()
                .flatMap(document -> document.leads.stream().map(lead -> new Found(document, lead)))
                .sorted(Key.ORDER)
                .toList();
        while (!rest.isEmpty()) {
            // One statement takes a key once; the same lead again goes into the next one, which counts it.
            Map<Key, Found> firsts = new LinkedHashMap<>();
            List<Found> again = new ArrayList<>();
            for (Found found : rest) {
                if (firsts.putIfAbsent(Key.of(found), found) != null) {
                    again.add(found);
                }
            }
            Map<Key, UUID> stored = store.insertLeads(firsts.values()).stream()
                    .collect(toMap(row -> new Key(row.dealerId(), row.leadKey()), LeadStore.Stored::id));
            firsts.forEach((key, found) -> {
                UUID id = Objects.requireNonNull(stored.get(key));
                places.put(found.lead.id(), new Place(id, id.equals(found.lead.id())));
            });
            rest = again;
        }
        return places;
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
