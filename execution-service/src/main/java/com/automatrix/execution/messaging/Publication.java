package com.automatrix.execution.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records on their way to Kafka. */
public final class Publication {

    private static final Logger log = LoggerFactory.getLogger(Publication.class);

    private final RecordPublisher publisher;
    private List<Sending> sendings;

    Publication(RecordPublisher publisher, List<Sending> sendings) {
        this.publisher = publisher;
        this.sendings = sendings;
    }

    /** Waits until the broker has every record; what failed is sent again for as long as it takes. */
    public void await() throws InterruptedException {
        while (!sendings.isEmpty()) {
            List<OutgoingRecord> failed = failed();
            sendings = failed.stream()
                    .map(message -> new Sending(message, publisher.sendOne(message)))
                    .toList();
        }
    }

    /** Completes when every record is at the broker, exceptionally if one could not be sent. */
    public CompletableFuture<Void> done() {
        return CompletableFuture.allOf(sendings.stream().map(Sending::sent).toArray(CompletableFuture[]::new));
    }

    /** Runs the action when every record is at the broker; never, if one could not be sent. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void whenDone(Runnable action) {
        done().whenComplete((nothing, failure) -> {
            if (failure == null) {
                action.run();
            }
        });
    }

    private List<OutgoingRecord> failed() throws InterruptedException {
        List<OutgoingRecord> failed = new ArrayList<>();
        for (Sending sending : sendings) {
            try {
                sending.sent.get();
            } catch (ExecutionException failure) {
                String topic = sending.message.topic();
                if (failure.getCause() instanceof RecordTooLargeException) {
                    // Sending it again cannot help, and holding the partition would stop every other execution.
                    log.error("record refused by kafka topic={} key={}", topic, sending.message.key(), failure);
                    continue;
                }
                log.warn("publishing failed, sending again topic={} because={}", topic, failure.getMessage());
                failed.add(sending.message);
            }
        }
        return failed;
    }

    record Sending(OutgoingRecord message, CompletableFuture<RecordMetadata> sent) {}
}
