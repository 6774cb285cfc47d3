package com.automatrix.execution.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Sends outgoing records to Kafka; the order of each partition is kept. */
@Component
public class RecordPublisher implements SmartLifecycle, DisposableBean {

    private final ProducerFactory<String, byte[]> producers;
    private volatile Producer<String, byte[]> producer;
    private volatile boolean running;

    RecordPublisher(ProducerFactory<String, byte[]> producers) {
        this.producers = producers;
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

    /** The factory closes its producer when the service is paused, and has a new one when it goes on. */
    @Override
    public void start() {
        producer = producers.createProducer();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything that sends, and after everything that sends has stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void destroy() {
        producer.close();
    }
}
