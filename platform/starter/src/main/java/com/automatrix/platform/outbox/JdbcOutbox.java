package com.automatrix.platform.outbox;

import com.automatrix.platform.messaging.CloudEventRecords;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the event beside the change that caused it, and wakes the relay once both are durable. */
final class JdbcOutbox implements Outbox {

    private final OutboxTable table;
    private final CloudEventRecords records;
    private final Runnable wakeRelay;

    JdbcOutbox(OutboxTable table, CloudEventRecords records, Runnable wakeRelay) {
        this.table = table;
        this.records = records;
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
        table.insert(messages, null);
        TransactionSynchronizationManager.registerSynchronization(new WakeAfterCommit(wakeRelay));
    }

    private record WakeAfterCommit(Runnable wakeRelay) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            wakeRelay.run();
        }
    }
}
