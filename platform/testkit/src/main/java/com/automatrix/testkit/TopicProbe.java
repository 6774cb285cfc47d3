package com.automatrix.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Watches a topic from the moment it is made: a test opens it, acts, and awaits what should be written.
 *
 * <p>For one thread. Nothing is missed between two calls.
 */
public final class TopicProbe implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    private final String topic;

    private TopicProbe(String brokers, String topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed"));
    }

    /** Watches what is written from now on. */
    public static TopicProbe of(String topic) {
        return of(RealKafka.bootstrapServers(), topic);
    }

    /** As {@link #of(String)}, on a broker of the test's own. */
    public static TopicProbe of(String brokers, String topic) {
        var probe = new TopicProbe(brokers, topic);
        var partitions = probe.assign();
        probe.consumer.seekToEnd(partitions);
        // Seeking is lazy: only asking for the position fixes it before the test acts.
        partitions.forEach(probe.consumer::position);
        return probe;
    }

    /** Watches everything that is in the topic, too. */
    public static TopicProbe fromBeginning(String topic) {
        var probe = new TopicProbe(RealKafka.bootstrapServers(), topic);
        probe.consumer.seekToBeginning(probe.assign());
        return probe;
    }

    /** The first record, seen before or still to come, that is as expected; fails after 30 s. */
    public ConsumerRecord<String, byte[]> await(Predicate<ConsumerRecord<String, byte[]>> expected) {
        return await(1, expected).getFirst();
    }

    /** As {@link #await(Predicate)}, for that many records. */
    public List<ConsumerRecord<String, byte[]>> await(int count, Predicate<ConsumerRecord<String, byte[]>> expected) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = seen.stream().filter(expected).limit(count).toList();
            if (found.size() == count) {
                return found;
            }
            poll();
        }
        throw new AssertionError(
                "Expected %d records in %s, but among %d there are fewer.".formatted(count, topic, seen.size()));
    }

    /** The records of that key so far, after looking once more for the given time. */
    public List<ConsumerRecord<String, byte[]>> during(Duration time, String key) {
        long deadline = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < deadline) {
            poll();
        }
        return seen.stream().filter(message -> key.equals(message.key())).toList();
    }

    private void poll() {
        consumer.poll(POLL).forEach(seen::add);
    }

    private List<TopicPartition> assign() {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        return partitions;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
