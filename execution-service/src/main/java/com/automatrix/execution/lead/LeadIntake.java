package com.automatrix.execution.lead;

import com.automatrix.execution.lead.DocumentReader.ReadDocument;
import com.automatrix.execution.lead.LeadService.ReceivedDocument;
import com.automatrix.execution.lead.LeadService.Taken;
import com.automatrix.execution.lead.adf.Identity;
import com.automatrix.execution.lead.adf.Lead;
import com.automatrix.execution.lead.adf.Reading.Read;
import com.automatrix.execution.lead.adf.Reading.Unreadable;
import com.automatrix.execution.lead.adf.Repair;
import com.automatrix.execution.lead.adf.Surroundings;
import com.automatrix.platform.time.Ids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Takes documents in, from every door: once it answers, the document is durable, and so is the event of each new lead in
 * it. It is read before the transaction begins, so that a large one keeps no connection waiting. Where hundreds come at
 * once they wait in line to be read, in the order in which they came, and leave the processors to everybody else.
 */
@Component
class LeadIntake {

    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final LeadCommits commits;
    private final StoreSurroundings surroundings;
    private final Ids ids;
    private final InstantSource clock;

    LeadIntake(LeadCommits commits, StoreSurroundings surroundings, Ids ids, InstantSource clock) {
        this.commits = commits;
        this.surroundings = surroundings;
        this.ids = ids;
        this.clock = clock;
    }

    /** The leads of a document in the order in which it has them, or one that says why there is none. */
    List<Taken> take(IncomingDocument document, String dealerId) {
        ReceivedDocument received;
        turns.acquireUninterruptibly();
        try {
            received = read(document, dealerId);
        } finally {
            turns.release();
        }
        return commits.store(received);
    }

    private ReceivedDocument read(IncomingDocument document, String dealerId) {
        Surroundings here = surroundings.at(clock.instant());
        ReadDocument read = new DocumentReader(here).read(document);
        List<StoredLead> found = switch (read.reading()) {
            case Unreadable(String because, List<Repair> repairs) ->
                List.of(unreadable(because, repairs, document, dealerId));
            case Read reading ->
                reading.leads().stream()
                        .map(lead -> stored(lead, reading, new Context(dealerId, read.channel(), here)))
                        .toList();
        };
        return new ReceivedDocument(ids.next(), here.receivedAt(), read.channel(), document, found);
    }

    private record Context(String dealerId, Channel channel, Surroundings here) {}

    private StoredLead unreadable(String because, List<Repair> repairs, IncomingDocument document, String dealerId) {
        return new StoredLead(
                ids.next(),
                dealerId,
                StoredLead.UNREADABLE,
                because,
                repairs,
                List.of(),
                null,
                "unreadable " + hash(document.content()));
    }

    private StoredLead stored(Lead lead, Read read, Context context) {
        UUID id = ids.next();
        LeadReceived event = LeadReceived.of(
                lead,
                read.quality(),
                new LeadReceived.Receipt(
                        id,
                        context.dealerId,
                        context.here.receivedAt(),
                        context.channel.name(),
                        TakenResponse.href(id) + "/document"));
        return new StoredLead(
                id,
                context.dealerId,
                read.quality().name(),
                null,
                read.repairs(),
                lead.notes(),
                event,
                Identity.leadKey(lead, context.here));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
