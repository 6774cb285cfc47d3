package com.automatrix.platform.outbox;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.messaging.CloudEventRecords;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
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
        append(List.of(records.record(topic, key, type, data)));
    }

    @Override
    public void appendTombstone(String topic, String key) {
        append(List.of(records.tombstone(topic, key)));
    }

    @Override
    public void append(List<ProducerRecord<String, byte[]>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        requireTransaction(messages.getFirst());
        jdbc.sql("""
                insert into outbox (topic, record_key, headers, payload, created_at)
                select u.t, u.k, u.h::jsonb, u.p, :createdAt
                from unnest(:topics::text[], :keys::text[], :headers::text[], :payloads::bytea[])
                     with ordinality as u(t, k, h, p, n)
                order by u.n""")
                .param("topics", column(messages, ProducerRecord::topic))
                .param("keys", column(messages, ProducerRecord::key))
                .param("headers", column(messages, JdbcOutbox::headers))
                .param("payloads", messages.stream().map(ProducerRecord::value).toArray(byte[][]::new))
                .param("createdAt", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit(wakeRelay));
    }

    private static String[] column(
            List<ProducerRecord<String, byte[]>> messages, Function<ProducerRecord<String, byte[]>, String> text) {
        return messages.stream().map(text).toArray(String[]::new);
    }

    private static String headers(ProducerRecord<String, byte[]> message) {
        var headers = new LinkedHashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return ContractJson.events().writeValueAsString(headers);
    }

    private static void requireTransaction(ProducerRecord<String, byte[]> message) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(
                    "Expected a transaction around the event for topic %s, key %s, but there is none."
                            .formatted(message.topic(), message.key()));
        }
    }

    private record WakeAfterCommit(Runnable wakeRelay) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            wakeRelay.run();
        }
    }
}
