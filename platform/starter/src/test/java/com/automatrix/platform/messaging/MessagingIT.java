package com.automatrix.platform.messaging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.platform.testapp.SampleListener;
import com.automatrix.testkit.RealKafka;
import com.automatrix.testkit.TopicProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;

@PlatformIT
class MessagingIT {

    private static final String TOPIC = Topics.DEALERSHIP_SALES;
    private static final String LETTERS = Topics.deadLetter(TOPIC);

    private final String key = UUID.randomUUID().toString();
    private final KafkaTemplate<String, byte[]> kafka;
    private final CloudEventRecords records;
    private final SampleListener listener;
    private final TopicTail.Factory tails;
    private final MeterRegistry metrics;

    @Autowired
    MessagingIT(
            KafkaTemplate<String, byte[]> kafka,
            CloudEventRecords records,
            SampleListener listener,
            TopicTail.Factory tails,
            MeterRegistry metrics) {
        this.kafka = kafka;
        this.records = records;
        this.listener = listener;
        this.tails = tails;
        this.metrics = metrics;
    }

    @Test
    void a_listener_has_the_correlation_id_of_its_record() {
        send("nothing");

        await().atMost(20, SECONDS).until(() -> listener.handled().contains(key + " correlation-9"));
    }

    @Test
    void an_unreadable_record_is_put_away_as_it_came() {
        try (var letters = TopicProbe.of(LETTERS)) {
            kafka.send(TOPIC, key, "not an event".getBytes(StandardCharsets.UTF_8))
                    .join();

            var letter = letters.await(message -> key.equals(message.key()));
            assertThat(letter.value()).asString().isEqualTo("not an event");
            assertThat(header(letter, DeadLetters.REASON))
                    .isEqualTo("Expected a CloudEvent 1.0, but the record is none.");
            assertThat(header(letter, DeadLetters.ORIGINAL_TOPIC)).isEqualTo(TOPIC);
            assertThat(header(letter, DeadLetters.ORIGINAL_PARTITION)).matches("\\d");
            assertThat(header(letter, DeadLetters.ORIGINAL_OFFSET)).matches("\\d+");
            assertThat(header(letter, DeadLetters.AT)).endsWith("Z");
        }
        assertThat(metrics.get("automatrix.dead.letters")
                        .tag("topic", TOPIC)
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void a_record_that_its_listener_calls_unreadable_is_tried_once() {
        try (var letters = TopicProbe.of(LETTERS)) {
            send("unreadable");

            var letter = letters.await(message -> key.equals(message.key()));
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("Expected a VIN, but there is none.");
            assertThat(header(letter, "ce_type")).isEqualTo("sample.v1");
        }
        assertThat(listener.tries(key)).isEqualTo(1);
    }

    @Test
    void a_record_that_fails_for_an_unknown_reason_is_tried_four_times() {
        try (var letters = TopicProbe.of(LETTERS)) {
            send("bug");

            var letter = letters.await(message -> key.equals(message.key()));
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("IllegalStateException: a bug");
        }
        assertThat(listener.tries(key)).isEqualTo(4);
    }

    @Test
    void a_record_waits_for_what_is_away() {
        send("away");

        await().atMost(40, SECONDS).until(() -> listener.handled().contains(key + " correlation-9"));
        assertThat(listener.tries(key)).isEqualTo(6);
    }

    @Test
    void a_structured_event_is_read_as_well() {
        var value = """
                {"specversion":"1.0","id":"1","source":"/dms","type":"sample.v1","datacontenttype":"application/json",
                 "data":{"then":"nothing"}}""".getBytes(StandardCharsets.UTF_8);
        var message = new org.apache.kafka.clients.producer.ProducerRecord<String, byte[]>(TOPIC, key, value);
        message.headers()
                .add("content-type", "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.UTF_8));

        kafka.send(message).join();

        await().atMost(20, SECONDS)
                .until(() -> listener.handled().stream().anyMatch(handled -> handled.startsWith(key)));
    }

    @Test
    void a_tail_reads_everything_and_then_follows() {
        var topic = "tail-" + key;
        RealKafka.createTopic(topic, 3);
        var seen = new CopyOnWriteArrayList<String>();
        kafka.send(topic, "before", new byte[0]).join();
        var tail = tails.create(topic, message -> {
            seen.add(message.key());
            if ("bad".equals(message.key())) {
                throw new IllegalStateException("cannot take this");
            }
        });

        tail.start();
        await().atMost(20, SECONDS).until(tail::isCaughtUp);
        assertThat(seen).containsExactly("before");
        kafka.send(topic, "bad", new byte[0]).join();
        kafka.send(topic, "after", new byte[0]).join();

        await().atMost(20, SECONDS).until(() -> seen.contains("after"));
        tail.stop();
        assertThat(tail.isRunning()).isFalse();
        assertThat(seen).containsExactlyInAnyOrder("before", "bad", "after");
    }

    @Test
    void a_tail_may_begin_some_time_ago() {
        var topic = "late-tail-" + key;
        RealKafka.createTopic(topic, 1);
        var old = new org.apache.kafka.clients.producer.ProducerRecord<>(
                topic, 0, java.time.Instant.now().minusSeconds(7_200).toEpochMilli(), "old", new byte[0]);
        kafka.send(old).join();
        kafka.send(topic, "new", new byte[0]).join();
        List<String> seen = new CopyOnWriteArrayList<>();

        var tail = tails.create(topic, Duration.ofHours(1), message -> seen.add(message.key()));
        tail.start();
        await().atMost(20, SECONDS).until(tail::isCaughtUp);
        tail.stop();

        assertThat(seen).containsExactly("new");
    }

    @Test
    void a_tail_waits_for_a_topic_that_is_not_there_yet() {
        var topic = "future-" + key;
        List<String> seen = new CopyOnWriteArrayList<>();
        var tail = tails.create(topic, message -> seen.add(message.key()));
        tail.start();

        RealKafka.createTopic(topic, 1);
        kafka.send(topic, "first", new byte[0]).join();

        await().atMost(30, SECONDS).until(() -> seen.contains("first"));
        tail.stop();
    }

    private void send(String then) {
        kafka.send(records.record(TOPIC, key, "sample.v1", Map.of("then", then), "correlation-9"))
                .join();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
