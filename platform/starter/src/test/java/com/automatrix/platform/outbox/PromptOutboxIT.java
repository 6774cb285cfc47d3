package com.automatrix.platform.outbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.outbox.PromptOutbox.Stored;
import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.testkit.TopicProbe;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformIT
class PromptOutboxIT {

    private static final String TOPIC = Topics.SETTINGS_CHANGED;

    private final String key = UUID.randomUUID().toString();
    private final OutboxTable table;
    private final OutboxSender.Broker broker;
    private final CloudEventRecords records;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    PromptOutboxIT(
            OutboxTable table,
            OutboxSender.Broker broker,
            CloudEventRecords records,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.broker = broker;
        this.records = records;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void an_event_is_sent_by_its_writer_alone() {
        var outbox = outbox(broker, Instant.now());
        try (var topic = TopicProbe.of(TOPIC)) {
            var stored = store(outbox, 1);
            assertThat(topic.during(Duration.ofMillis(300), key)).isEmpty();

            outbox.send(stored);
            assertThat(topic.await(1, message -> key.equals(message.key()))).hasSize(1);
        }
    }

    @Test
    void what_has_arrived_is_removed_with_the_next_events_or_when_there_are_none() {
        var taken = new ArrayList<CompletableFuture<Object>>();
        var outbox = outbox(
                _ -> {
                    taken.add(new CompletableFuture<>());
                    return taken.getLast();
                },
                Instant.now());
        outbox.send(store(outbox, 1));
        outbox.send(store(outbox, 2));
        assertThat(rows()).isEqualTo(2);

        taken.getFirst().complete("taken");
        outbox.send(store(outbox, 3));
        assertThat(rows()).isEqualTo(2);

        taken.forEach(future -> future.complete("taken"));
        outbox.removeArrived();
        assertThat(rows()).isZero();
    }

    @Test
    void what_has_arrived_is_removed_later_if_the_next_transaction_fails() {
        var outbox = outbox(_ -> CompletableFuture.completedFuture("taken"), Instant.now());
        outbox.send(store(outbox, 1));

        transaction.executeWithoutResult(status -> {
            outbox.append(List.of(message(2)));
            status.setRollbackOnly();
        });
        assertThat(rows()).isEqualTo(1);

        outbox.removeArrived();
        assertThat(rows()).isZero();
    }

    @Test
    void what_a_dead_process_has_stored_is_sent_by_the_relay() {
        var longAgo = Instant.now().minus(JdbcPromptOutbox.GRACE).minusSeconds(60);
        try (var topic = TopicProbe.of(TOPIC)) {
            store(outbox(broker, longAgo), 1);

            assertThat(topic.await(1, message -> key.equals(message.key()))).hasSize(1);
        }
        await().atMost(10, SECONDS).until(() -> rows() == 0);
    }

    @Test
    void a_broker_that_is_away_is_asked_once_and_the_events_are_kept() {
        var asked = new ArrayList<ProducerRecord<String, byte[]>>();
        var outbox = outbox(
                message -> {
                    asked.add(message);
                    throw new IllegalStateException("away");
                },
                Instant.now());

        outbox.send(transaction.execute(_ -> outbox.append(List.of(message(1), message(2)))));
        outbox.removeArrived();

        assertThat(asked).hasSize(1);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void an_event_outside_of_a_transaction_is_refused() {
        var outbox = outbox(broker, Instant.now());

        assertThatThrownBy(() -> outbox.append(List.of(message(1))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private JdbcPromptOutbox outbox(OutboxSender.Broker broker, Instant now) {
        var published = OutboxRelay.published(new SimpleMeterRegistry());
        return new JdbcPromptOutbox(table, broker, InstantSource.fixed(now), published);
    }

    private Stored store(PromptOutbox outbox, int number) {
        return transaction.execute(_ -> outbox.append(List.of(message(number))));
    }

    private ProducerRecord<String, byte[]> message(int number) {
        return records.record(TOPIC, key, "com.automatrix.sample.v1", Map.of("n", number));
    }

    private long rows() {
        return jdbc.sql("select count(*) from outbox where record_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
