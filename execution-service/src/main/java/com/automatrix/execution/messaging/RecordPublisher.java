package com.automatrix.execution.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Sends outgoing records to Kafka; the order of each partition is kept. */
@Component
public class RecordPublisher implements DisposableBean {

    private final Producer<String, byte[]> producer;

    RecordPublisher(ProducerFactory<String, byte[]> producers) {
        this.producer = producers.createProducer();
    }

    /** Sends at once and returns; the publication tells when the broker has all of it. */
    public Publication send(List<OutgoingRecord> records) {
        List<Publication.Sending> sendings = new ArrayList<>(records.size());
        for (OutgoingRecord message : records) {
            sendings.add(new Publication.Sending(message, sendOne(message)));
        }
        return new Publication(this, sendings);
    }

    // The callback completes the future, so the producer's own is not needed.
    @SuppressWarnings("FutureReturnValueIgnored")
    CompletableFuture<RecordMetadata> sendOne(OutgoingRecord message) {
        CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
        try {
            producer.send(message.toProducerRecord(), (metadata, failure) -> {
                if (failure == null) {
                    sent.complete(metadata);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException failure) {
            sent.completeExceptionally(failure);
        }
        return sent;
    }

    @Override
    public void destroy() {
        producer.close();
    }
}
