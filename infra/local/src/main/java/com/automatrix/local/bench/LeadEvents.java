package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.client.LeadDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows the events of leads as any other system may; for one thread. */
final class LeadEvents implements AutoCloseable {
    private static final String TOPIC = "dealership.sales";
    private static final Duration POLL = Duration.ofMillis(50);

    private final KafkaConsumer<String, byte[]> consumer;

    LeadEvents(String kafka) {
        var properties = Map.<String, Object>of("bootstrap.servers", kafka, "auto.offset.reset", "latest");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: without this, what comes before the first poll would be missed.
        partitions.forEach(consumer::position);
    }

    /** Waits until so many different leads of a run have become events. */
    void await(String run, int count, Duration patience) {
        var address = LeadDocument.number(run);
        Set<String> seen = new HashSet<>();
        long deadline = System.nanoTime() + patience.toNanos();
        while (seen.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new Failure("Expected " + count + " leads to become events within " + patience.toSeconds()
                        + " s, but only " + seen.size() + " did.");
            }
            consumer.poll(POLL).forEach(event -> {
                var found = address.matcher(new String(event.value(), StandardCharsets.UTF_8));
                if (found.find()) {
                    seen.add(found.group(1));
                }
            });
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
