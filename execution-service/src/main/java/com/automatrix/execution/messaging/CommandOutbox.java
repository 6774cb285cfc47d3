package com.automatrix.execution.messaging;

import com.automatrix.platform.time.Ids;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The outbox of the API and the trigger router: stores in their transaction, sends after it, removes what arrived. */
@Component
public class CommandOutbox {

    private final BatchOutbox outbox;
    private final RecordPublisher publisher;
    private final Ids ids;
    private final InstantSource clock;
    private final Queue<UUID> arrived = new ConcurrentLinkedQueue<>();

    CommandOutbox(BatchOutbox outbox, RecordPublisher publisher, Ids ids, InstantSource clock) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** Inside the caller's transaction. */
    public OutboxBatch append(List<OutgoingRecord> records) {
        OutboxBatch batch = new OutboxBatch(ids.next(), OutboxBatch.NO_PARTITION, records);
        outbox.insert(List.of(batch), clock.instant());
        return batch;
    }

    /** After the commit; does not wait, for what does not arrive is swept later. */
    public void send(OutboxBatch batch) {
        publisher.send(batch.records()).whenDone(() -> arrived.add(batch.id()));
    }

    /** Rows of a second are removed together: a delete for each request would cost as much as the request. */
    @Scheduled(fixedDelayString = "PT1S")
    void removeArrived() {
        List<UUID> batches = new ArrayList<>();
        for (UUID id = arrived.poll(); id != null; id = arrived.poll()) {
            batches.add(id);
        }
        outbox.delete(batches);
    }
}
