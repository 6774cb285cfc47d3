package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Two topics of its own on the system's broker: one that is read and one that is written. */
final class CeilingTopics implements AutoCloseable {
    private static final String GROUP = "bench-ceiling";
    private static final TopicPartition IN = new TopicPartition("bench-ceiling-in", 0);
    private static final String OUT = "bench-ceiling-out";
    private static final byte[] DATA = new byte[300];

    private final String kafka;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    CeilingTopics(String kafka) {
        this.kafka = kafka;
        this.admin = Admin.create(Map.of("bootstrap.servers", kafka));
        removeTopics();
        await(admin.createTopics(List.of(new NewTopic(IN.topic(), 1, (short) 1), new NewTopic(OUT, 1, (short) 1)))
                .all());
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Fills the topic that is read; at least as many as will be. */
    void fill(int count) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (var i = 0; i < count; i++) {
            sent.add(producer.send(new ProducerRecord<>(IN.topic(), "" + i % CeilingStore.ENTITIES, DATA)));
        }
        sent.forEach(CeilingTopics::await);
    }

    /** A reader of the next records, at most {@code batch} at once. */
    KafkaConsumer<String, byte[]> reader(int batch) {
        var properties = Map.<String, Object>of(
                "bootstrap.servers", kafka,
                "group.id", GROUP,
                "enable.auto.commit", false,
                "auto.offset.reset", "earliest",
                "max.poll.records", batch);
        var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(Set.of(IN));
        return consumer;
    }

    /** Publishes one record for each of these and waits for the broker. */
    void publish(List<ConsumerRecord<String, byte[]>> records) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        records.forEach(record -> sent.add(producer.send(new ProducerRecord<>(OUT, record.key(), record.value()))));
        sent.forEach(CeilingTopics::await);
    }

    private void removeTopics() {
        try {
            admin.deleteTopics(List.of(IN.topic(), OUT)).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                throw failed(failure);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    private static void await(Future<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException failure) {
            throw failed(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    private static Failure failed(ExecutionException failure) {
        return new Failure("Expected Kafka to take it, but: " + failure.getMessage(), failure);
    }

    @Override
    public void close() {
        producer.close();
        try (admin) {
            removeTopics();
            await(admin.deleteConsumerGroups(Set.of(GROUP)).all());
        }
    }
}
