package com.automatrix.platform.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.testkit.TopicProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class OutboxIT {

    private static final String TOPIC = Topics.SETTINGS_CHANGED;
    private static final String TYPE = "com.automatrix.sample.v1";

    private final String key = UUID.randomUUID().toString();
    private final Outbox outbox;
    private final CloudEventRecords records;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MeterRegistry metrics;

    @Autowired
    OutboxIT(
            Outbox outbox,
            CloudEventRecords records,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            MeterRegistry metrics) {
        this.outbox = outbox;
        this.records = records;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.metrics = metrics;
    }

    @Test
    void an_event_is_sent_after_the_commit() {
        try (var topic = TopicProbe.of(TOPIC)) {
            Correlation.run("correlation-7", () -> append(Map.of("n", 1)));

            var message = topic.await(sent -> key.equals(sent.key()));
            assertThat((Object) records.data(message, Map.class)).isEqualTo(Map.of("n", 1));
            assertThat(records.read(message).getType()).isEqualTo(TYPE);
            assertThat(records.read(message).getSource()).hasToString("/automatrix/sample-service");
            assertThat(records.correlationId(message)).hasValue("correlation-7");
        }
        await().atMost(10, SECONDS).until(() -> waiting() == 0);
        assertThat(metrics.get("automatrix.outbox.published").counter().count()).isPositive();
    }

    @Test
    void a_rolled_back_event_is_never_sent() {
        try (var topic = TopicProbe.of(TOPIC)) {
            transaction.executeWithoutResult(status -> {
                outbox.append(TOPIC, key, TYPE, Map.of("n", 1));
                status.setRollbackOnly();
            });
            var after = UUID.randomUUID().toString();
            transaction.executeWithoutResult(_ -> outbox.append(TOPIC, after, TYPE, Map.of("n", 2)));

            topic.await(sent -> after.equals(sent.key()));
            assertThat(topic.during(Duration.ofMillis(300), key)).isEmpty();
        }
    }

    @Test
    void an_event_outside_of_a_transaction_is_refused() {
        assertThatThrownBy(() -> outbox.append(TOPIC, key, TYPE, Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> outbox.appendTombstone(TOPIC, key))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void events_of_one_key_keep_their_order() {
        try (var topic = TopicProbe.of(TOPIC)) {
            for (int n = 0; n < 100; n += 10) {
                int first = n;
                transaction.executeWithoutResult(_ -> IntStream.range(first, first + 10)
                        .forEach(i -> outbox.append(TOPIC, key, TYPE, Map.of("n", i))));
            }

            var sent = topic.await(100, message -> key.equals(message.key()));
            assertThat(sent)
                    .extracting(message -> records.data(message, Map.class).get("n"))
                    .isEqualTo(List.copyOf(IntStream.range(0, 100).boxed().toList()));
        }
    }

    @Test
    void a_tombstone_has_no_value() {
        try (var topic = TopicProbe.of(TOPIC)) {
            transaction.executeWithoutResult(_ -> outbox.appendTombstone(TOPIC, key));

            assertThat(topic.await(sent -> key.equals(sent.key())).value()).isNull();
        }
    }

    @Test
    void what_a_dead_process_left_is_sent() {
        try (var topic = TopicProbe.of(TOPIC)) {
            // As if the process had died between its commit and the sending.
            jdbc.sql("""
                    insert into outbox (topic, record_key, headers, payload, created_at)
                    values (:topic, :key, '{"ce_id":"1"}', 'left', now())""").param("topic", TOPIC).param("key", key).update();

            var message = topic.await(sent -> key.equals(sent.key()));
            assertThat(message.value()).asString().isEqualTo("left");
        }
    }

    @Test
    void an_event_that_the_broker_refuses_does_not_hold_up_the_others() {
        try (var topic = TopicProbe.of(TOPIC)) {
            transaction.executeWithoutResult(_ -> {
                outbox.append("not a topic!", key, TYPE, Map.of("n", 1));
                outbox.append(TOPIC, key, TYPE, Map.of("n", 2));
            });

            topic.await(sent -> key.equals(sent.key()));
        }
        await().atMost(10, SECONDS)
                .until(() -> jdbc.sql("select refused_because from outbox where record_key = :key")
                                .param("key", key)
                                .query(String.class)
                                .list()
                                .size()
                        == 1);
    }

    @Test
    void many_transactions_at_once_lose_nothing() {
        try (var topic = TopicProbe.of(TOPIC)) {
            var threads = IntStream.range(0, 20)
                    .mapToObj(n -> Thread.ofVirtual().start(() -> append(Map.of("n", n))))
                    .toList();
            threads.forEach(OutboxIT::join);

            var sent = topic.await(20, message -> key.equals(message.key()));
            assertThat(sent)
                    .extracting(message ->
                            (Integer) records.data(message, Map.class).get("n"))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 20).boxed().toList());
        }
    }

    private void append(Object data) {
        transaction.executeWithoutResult(_ -> outbox.append(TOPIC, key, TYPE, data));
    }

    private long waiting() {
        return jdbc.sql("select count(*) from outbox where record_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
