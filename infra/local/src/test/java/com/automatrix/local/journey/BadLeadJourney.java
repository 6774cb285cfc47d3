package com.automatrix.local.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadLeadJourney {
    private static final String TOPIC = "dealership.sales";
    private final RunningSystem system = new RunningSystem();

    enum BadLead {
        NOT_JSON(RunningSystem.LEAD_TYPE, "this is not JSON"),
        WITHOUT_REQUIRED_FIELDS(RunningSystem.LEAD_TYPE, "{\"leadId\":\"L-1\"}"),
        OF_AN_UNKNOWN_TYPE("com.automatrix.lead.invented.v9", "{}"),
        OVER_ONE_MEBIBYTE(RunningSystem.LEAD_TYPE, "{\"comments\":\"" + "x".repeat(1 << 20) + "\"}");

        private final String type;
        private final String data;

        BadLead(String type, String data) {
            this.type = type;
            this.data = data;
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_goes_to_the_dead_letters_with_a_reason_and_the_next_lead_is_processed(BadLead bad) {
        var workflowId = system.publish("after a bad lead", EventWorkflows.echo());
        system.awaitTrigger(workflowId);

        try (var deadLetters = deadLetters()) {
            var badId = system.publishEvent(TOPIC, bad.type, bad.data.getBytes(UTF_8));
            var goodId = system.publishEvent(TOPIC, RunningSystem.LEAD_TYPE, RunningSystem.lead("good"));

            var execution = system.awaitExecutionOf(workflowId, goodId);
            assertThat(execution.path("status").asString()).isEqualTo("COMPLETED");
            var letter = awaitLetter(deadLetters, badId);
            assertThat(letter.value()).isEqualTo(bad.data.getBytes(UTF_8));
            assertThat(header(letter, "dead-letter-reason")).isNotBlank();
            assertThat(header(letter, "dead-letter-original-topic")).isEqualTo(TOPIC);
            assertThat(system.executions(workflowId)).hasSize(1);
        }
    }

    private static ConsumerRecord<String, byte[]> awaitLetter(
            KafkaConsumer<String, byte[]> deadLetters, String eventId) {
        var byId = new HashMap<String, ConsumerRecord<String, byte[]>>();
        await().atMost(RunningSystem.PATIENCE).until(() -> {
            deadLetters.poll(Duration.ofMillis(200)).forEach(letter -> byId.put(header(letter, "ce_id"), letter));
            return byId.containsKey(eventId);
        });
        return Objects.requireNonNull(byId.get(eventId));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private KafkaConsumer<String, byte[]> deadLetters() {
        var properties = Map.<String, Object>of("bootstrap.servers", system.kafka(), "auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor("dead-letter." + TOPIC).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
