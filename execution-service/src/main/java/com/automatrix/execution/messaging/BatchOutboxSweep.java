package com.automatrix.execution.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes what a dead process has committed but not sent; consumers deduplicate what it had sent after all. */
@Component
class BatchOutboxSweep {

    private static final Logger log = LoggerFactory.getLogger(BatchOutboxSweep.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final BatchOutbox outbox;
    private final RecordPublisher publisher;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    BatchOutboxSweep(
            BatchOutbox outbox, RecordPublisher publisher, TransactionTemplate transaction, InstantSource clock) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void sweep() {
        transaction.executeWithoutResult(status -> {
            List<OutboxBatch> batches = outbox.lockOlderThan(GRACE, clock.instant());
            if (batches.isEmpty()) {
                return;
            }
            publisher
                    .send(batches.stream()
                            .flatMap(batch -> batch.records().stream())
                            .toList())
                    .done()
                    .join();
            outbox.delete(batches.stream().map(OutboxBatch::id).toList());
            log.info("outbox swept batches={}", batches.size());
        });
    }
}
