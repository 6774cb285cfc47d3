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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
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
    private final DeadLetters deadLetters;

    @Autowired
    MessagingIT(
            KafkaTemplate<String, byte[]> kafka,
            CloudEventRecords records,
            SampleListener listener,
            TopicTail.Factory tails,
            MeterRegistry metrics,
            DeadLetters deadLetters) {
        this.kafka = kafka;
        this.records = records;
        this.listener = listener;
        this.tails = tails;
        this.metrics = metrics;
        this.deadLetters = deadLetters;
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
    void a_topic_that_somebody_added_gets_its_dead_letter_topic_with_the_first_dead_letter() throws Exception {
        var topic = "dealership.trade-" + key;
        RealKafka.createTopic(topic, 2);

        deadLetters.send(new ConsumerRecord<>(topic, 1, 0, key, "bad".getBytes(StandardCharsets.UTF_8)), "No VIN.");

        try (var letters = TopicProbe.of(Topics.deadLetter(topic))) {
            deadLetters.send(new ConsumerRecord<>(topic, 1, 1, key, "bad".getBytes(StandardCharsets.UTF_8)), "No VIN.");
            var letter = letters.await(
                    message -> header(message, DeadLetters.ORIGINAL_OFFSET).equals("1"));
            assertThat(letter.value()).asString().isEqualTo("bad");
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", RealKafka.bootstrapServers()))) {
            var made = admin.describeTopics(List.of(Topics.deadLetter(topic)))
                    .allTopicNames()
                    .get();
            assertThat(made.values())
                    .singleElement()
                    .satisfies(letters -> assertThat(letters.partitions()).hasSize(2));
            assertThat(limit(admin, Topics.deadLetter(topic))).isEqualTo(limit(admin, topic) + 64 * 1024);
        }
    }

    @Test
    void a_record_that_no_dead_letter_topic_can_take_is_counted_and_skipped() {
        // A topic's name has at most 249 characters, and that of its dead-letter topic is longer.
        var topic = "t".repeat(245);

        deadLetters.send(new ConsumerRecord<>(topic, 0, 7, key, new byte[0]), "No VIN.");

        assertThat(metrics.get("automatrix.dead.letters.lost")
                        .tag("topic", topic)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_record_as_large_as_its_topic_takes_fits_its_dead_letter_topic() {
        var largest = new byte[8 * 1024 * 1024 - 512];
        try (var letters = TopicProbe.of(LETTERS)) {
            kafka.send(TOPIC, key, largest).join();

            assertThat(letters.await(message -> key.equals(message.key())).value())
                    .hasSameSizeAs(largest);
        }
    }

    @Test
    void a_long_reason_is_cut_between_two_characters() {
        try (var letters = TopicProbe.of(LETTERS)) {
            deadLetters.send(new ConsumerRecord<>(TOPIC, 0, 0, key, new byte[0]), "x" + "ä".repeat(3_000));

            var letter = letters.await(message -> key.equals(message.key()));
            assertThat(header(letter, DeadLetters.REASON)).isEqualTo("x" + "ä".repeat(1_023));
        }
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
    void a_tail_waits_with_a_record_for_what_is_away() {
        var topic = "tail-away-" + key;
        RealKafka.createTopic(topic, 1);
        kafka.send(topic, "first", new byte[0]).join();
        kafka.send(topic, "second", new byte[0]).join();
        var seen = new CopyOnWriteArrayList<String>();

        var tail = tails.create(topic, message -> {
            seen.add(message.key());
            if (seen.size() == 1) {
                throw new DataAccessResourceFailureException("the database is away");
            }
        });
        tail.start();

        await().atMost(20, SECONDS).until(() -> seen.contains("second"));
        tail.stop();
        assertThat(seen).containsExactly("first", "first", "second");
    }

    @Test
    void a_tail_that_must_have_read_everything_has_or_says_that_it_cannot() {
        var topic = "tail-first-" + key;
        RealKafka.createTopic(topic, 3);
        kafka.send(topic, "before", new byte[0]).join();
        var seen = new CopyOnWriteArrayList<String>();
        var tail = tails.create(topic, message -> seen.add(message.key()));
        var nowhere = tails.create("tail-nowhere-" + key, message -> seen.add(message.key()));

        assertThat(tail.startAndCatchUp(Duration.ofMinutes(1))).isTrue();
        assertThat(seen).containsExactly("before");
        assertThat(nowhere.startAndCatchUp(Duration.ofMillis(200))).isFalse();
        tail.stop();
        nowhere.stop();
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

    private static long limit(Admin admin, String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                .mapToLong(
                        config -> Long.parseLong(config.get("max.message.bytes").value()))
                .sum();
    }

    private void send(String then) {
        kafka.send(records.record(TOPIC, key, "sample.v1", Map.of("then", then), "correlation-9"))
                .join();
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
