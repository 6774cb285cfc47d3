package com.automatrix.platform.outbox;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Events that are sent if and only if the transaction that caused them commits.
 *
 * <p>Promises: an appended event is published at least once, usually within milliseconds of the commit, and after any
 * crash or broker outage as soon as that is over. Events of one process's database are published in the order in which
 * they were appended; so for one key the order is that of the transactions, provided that these exclude each other (by a
 * lock on the row that the event is about). A consumer may see an event twice, and then with the same event id.
 */
public interface Outbox {

    /**
     * Appends an event of this service, with the correlation id and trace of the thread.
     *
     * @param key decides the partition
     * @param type the CloudEvent {@code type}
     * @param data written as JSON by the policy of the contracts
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    void append(String topic, String key, String type, Object data);

    /**
     * Appends records that {@link com.automatrix.platform.messaging.CloudEventRecords} has made, in one statement.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    void append(List<ProducerRecord<String, byte[]>> messages);

    /**
     * Appends a record without a value: in a compacted topic, the end of what is known under this key.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    void appendTombstone(String topic, String key);
}
