package com.automatrix.local.client;

import com.automatrix.local.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Another system of the dealership: a process of its own that knows a Kafka address and the AsyncAPI document, reads the
 * data of one event from its standard input and prints the id of the event that it has published.
 */
public final class LeadPublisher {
    private LeadPublisher() {}

    /** Arguments: the AsyncAPI document, Kafka's address, the event's type, its partition key. */
    public static void main(String[] arguments) throws IOException {
        try {
            var data = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            var topic = AsyncApi.read(Path.of(arguments[0])).topicOf(arguments[2]);
            System.out.println(publish(arguments[1], topic, arguments[2], arguments[3], data));
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    static String publish(String kafka, String topic, String type, String key, String data) {
        var id = UUID.randomUUID().toString();
        var event = new ProducerRecord<>(topic, key, data.getBytes(StandardCharsets.UTF_8));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", id);
        header(event, "ce_type", type);
        header(event, "ce_source", "/dealers/d-100/website");
        header(event, "ce_time", Instant.now().toString());
        header(event, "ce_partitionkey", key);
        header(event, "content-type", "application/json");
        var properties = Map.<String, Object>of("bootstrap.servers", kafka, "max.block.ms", 15_000);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(event).get();
            return id;
        } catch (ExecutionException failure) {
            throw new Failure(
                    "Expected to publish to " + topic + " at " + kafka + ", but: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
