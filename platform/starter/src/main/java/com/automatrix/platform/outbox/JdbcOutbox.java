package com.automatrix.platform.outbox;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.messaging.CloudEventRecords;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the event beside the change that caused it, and wakes the relay once both are durable. */
final class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final CloudEventRecords records;
    private final InstantSource clock;
    private final Runnable wakeRelay;

    JdbcOutbox(JdbcClient jdbc, CloudEventRecords records, InstantSource clock, Runnable wakeRelay) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
        this.wakeRelay = wakeRelay;
    }

    @Override
    public void append(String topic, String key, String type, Object data) {
        requireTransaction(topic, key);
        insert(records.record(topic, key, type, data));
    }

    @Override
    public void appendTombstone(String topic, String key) {
        requireTransaction(topic, key);
        insert(records.tombstone(topic, key));
    }

    private void insert(ProducerRecord<String, byte[]> message) {
        jdbc.sql("""
                insert into outbox (topic, record_key, headers, payload, created_at)
                values (:topic, :key, :headers::jsonb, :payload, :createdAt)""")
                .param("topic", message.topic())
                .param("key", message.key())
                .param("headers", headers(message))
                .param("payload", message.value(), Types.BINARY)
                .param("createdAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit(wakeRelay));
    }

    private static String headers(ProducerRecord<String, byte[]> message) {
        var headers = new LinkedHashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return ContractJson.events().writeValueAsString(headers);
    }

    private static void requireTransaction(String topic, String key) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "Expected a transaction around the event for topic %s, key %s, but there is none."
                            .formatted(topic, key));
        }
    }

    private record WakeAfterCommit(Runnable wakeRelay) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            wakeRelay.run();
        }
    }
}
