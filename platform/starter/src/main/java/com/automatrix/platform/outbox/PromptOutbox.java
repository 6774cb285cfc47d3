package com.automatrix.platform.outbox;

import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * An outbox whose events are sent by whoever has stored them, right after the commit: nothing has to look for them first,
 * and their rows are removed by the next transaction that stores some.
 *
 * <p>Promises: what is stored is published at least once. What does not arrive within seconds, because the process died or
 * the broker was away, is left to the relay, and may then come after later events of its key: use {@link Outbox} where
 * order matters.
 */
public interface PromptOutbox {

    /**
     * Stores events in the caller's transaction, and removes the rows of those that have arrived since the last time.
     *
     * @param messages made by {@link com.automatrix.platform.messaging.CloudEventRecords}
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    Stored append(List<ProducerRecord<String, byte[]>> messages);

    /** Sends events whose transaction is committed; does not wait until they have arrived. */
    void send(Stored stored);

    /** Removes the rows of what has arrived, for when nothing is stored for a while. */
    void removeArrived();

    /**
     * Events in a transaction that is not committed yet.
     *
     * @param ids their rows
     * @param removed the rows that go with this transaction
     */
    record Stored(List<Long> ids, List<ProducerRecord<String, byte[]>> messages, List<Long> removed) {

        public Stored {
            ids = List.copyOf(ids);
            messages = List.copyOf(messages);
            removed = List.copyOf(removed);
        }
    }
}
