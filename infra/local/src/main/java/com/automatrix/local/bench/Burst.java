package com.automatrix.local.bench;

import com.automatrix.local.client.AsyncApi;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** W7: another system produces events all at once, each of which starts an execution of one step. */
record Burst() implements Shape {
    private static final String WHAT = "10,000 events at once, one step each";
    private static final int EVENTS = 10_000;
    private static final int WARM_UP = 1_000;
    private static final int CUSTOMERS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String id() {
        return "W7";
    }

    @Override
    public List<Row> measure(Surroundings surroundings) {
        var workflow = surroundings.workflows().publish("one step on an event", Definitions.onEvent());
        surroundings.workflows().awaitTrigger(workflow);
        burst(surroundings, workflow, WARM_UP);
        var runs = new ArrayList<Map<Metric, Double>>();
        for (var i = 0; i < surroundings.runs(); i++) {
            runs.add(burst(surroundings, workflow, EVENTS));
        }
        return List.of(new Row(id(), WHAT, runs, ""));
    }

    private static Map<Metric, Double> burst(Surroundings surroundings, Workflow workflow, int count) {
        var document = surroundings.settings().root().resolve("contracts/src/main/resources/contracts/asyncapi.yaml");
        var topic = AsyncApi.read(document).topicOf(Definitions.EVENT_TYPE);
        var before = surroundings.ends().completed(workflow);
        var properties =
                Map.<String, Object>of("bootstrap.servers", surroundings.parts().kafka(), "linger.ms", 5);
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(topic);
            var meter = Meter.start(surroundings.parts());
            var begin = System.nanoTime();
            for (var i = 0; i < count; i++) {
                send(producer, event(topic, UUID.randomUUID().toString(), i));
            }
            surroundings.ends().await(workflow, before + count, PATIENCE);
            var figures = new EnumMap<>(meter.stop(count, 1));
            figures.put(Metric.SECONDS, (System.nanoTime() - begin) / 1e9);
            return figures;
        }
    }

    // What did not arrive is missed at the end.
    @SuppressWarnings("FutureReturnValueIgnored")
    static void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> event) {
        producer.send(event, (metadata, failure) -> {
            if (failure != null) {
                System.err.println("An event was not taken by Kafka: " + failure.getMessage());
            }
        });
    }

    /** A missed call; its id is the event's id, too. */
    static ProducerRecord<String, byte[]> event(String topic, String id, int number) {
        var caller = "+1514555%04d".formatted(number % CUSTOMERS);
        var now = Instant.now();
        var data = """
                {"callId":"%s","fromE164":"%s","toE164":"+15145550199","at":"%s","department":"SERVICE"}""".formatted(id, caller, now);
        var event = new ProducerRecord<>(topic, caller, data.getBytes(StandardCharsets.UTF_8));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", id);
        header(event, "ce_type", Definitions.EVENT_TYPE);
        header(event, "ce_source", "/dealers/d-100/phone");
        header(event, "ce_time", now.toString());
        header(event, "ce_partitionkey", caller);
        header(event, "content-type", "application/json");
        return event;
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
