package com.automatrix.execution.inbox;

import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.RecordPublisher;
import com.automatrix.execution.persistence.OwnedPartition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The partitions that this process owns, with the offsets that are committed. Only the inbox's thread uses it. */
final class InboxPartitions {

    private static final Logger log = LoggerFactory.getLogger(InboxPartitions.class);

    private final InboxStores stores;
    private final RecordPublisher publisher;
    private final String owner;
    private final Map<Integer, OwnedPartition> owned = new TreeMap<>();

    InboxPartitions(InboxStores stores, RecordPublisher publisher, String owner) {
        this.stores = stores;
        this.publisher = publisher;
        this.owner = owner;
    }

    /** Refuses if the partitions are not as many as they were at the first start. */
    void require(int count) {
        stores.owners().require(count);
    }

    Set<Integer> numbers() {
        return new TreeSet<>(owned.keySet());
    }

    OwnedPartition get(int partition) {
        OwnedPartition found = owned.get(partition);
        if (found == null) {
            throw new IllegalStateException("Expected to own partition " + partition + ", but owned are " + numbers());
        }
        return found;
    }

    void committed(Collection<OwnedPartition> advanced) {
        advanced.forEach(partition -> owned.put(partition.partition(), partition));
    }

    /** Tells how far this process has come with those of its partitions. */
    void caughtUp(Map<Integer, Instant> caughtUp) {
        List<OwnedPartition> told = owned.values().stream()
                .filter(partition -> caughtUp.containsKey(partition.partition()))
                .toList();
        if (!told.isEmpty()) {
            stores.owners().caughtUp(told, caughtUp);
        }
    }

    void drop(Collection<Integer> lost) {
        owned.keySet().removeAll(lost);
    }

    /** Takes what was assigned, and returns the live executions of each partition. */
    Map<Integer, Integer> take(Collection<TopicPartition> assigned, Consumer<?, ?> consumer)
            throws InterruptedException {
        Set<Integer> partitions = partitionsOf(assigned, Topics.EXECUTION_COMMANDS);
        if (!partitions.equals(partitionsOf(assigned, Topics.STEP_COMPLETED))) {
            throw new IllegalStateException(
                    "Expected the same partitions of both inbox topics to be assigned, but they are " + assigned);
        }
        for (OwnedPartition taken : stores.owners().take(partitions, owner)) {
            owned.put(taken.partition(), taken);
            seek(consumer, Topics.EXECUTION_COMMANDS, taken.partition(), taken.commandsOffset());
            seek(consumer, Topics.STEP_COMPLETED, taken.partition(), taken.completedOffset());
        }
        publishLeftovers(partitions);
        log.info("inbox partitions taken owner={} partitions={}", owner, partitions);
        return stores.states().count(partitions);
    }

    private void publishLeftovers(Set<Integer> partitions) throws InterruptedException {
        List<OutboxBatch> leftovers = stores.outbox().leftovers(partitions);
        if (leftovers.isEmpty()) {
            return;
        }
        publisher
                .send(leftovers.stream()
                        .flatMap(batch -> batch.records().stream())
                        .toList())
                .await();
        stores.outbox().delete(leftovers.stream().map(OutboxBatch::id).toList());
        log.info("leftovers of a former owner published batches={}", leftovers.size());
    }

    private static void seek(Consumer<?, ?> consumer, String topic, int partition, long offset) {
        TopicPartition place = new TopicPartition(topic, partition);
        if (offset < 0) {
            consumer.seekToBeginning(List.of(place));
        } else {
            consumer.seek(place, offset);
        }
    }

    static Set<Integer> partitionsOf(Collection<TopicPartition> assigned, String topic) {
        return assigned.stream()
                .filter(place -> place.topic().equals(topic))
                .map(TopicPartition::partition)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
