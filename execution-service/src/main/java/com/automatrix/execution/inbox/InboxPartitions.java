package com.automatrix.execution.inbox;

import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.BatchOutbox;
import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.messaging.RecordPublisher;
import com.automatrix.execution.persistence.LiveStates;
import com.automatrix.execution.persistence.OwnedPartition;
import com.automatrix.execution.persistence.PartitionOwners;
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

    private final PartitionOwners owners;
    private final LiveStates states;
    private final BatchOutbox outbox;
    private final RecordPublisher publisher;
    private final String owner;
    private final Map<Integer, OwnedPartition> owned = new TreeMap<>();

    InboxPartitions(
            PartitionOwners owners, LiveStates states, BatchOutbox outbox, RecordPublisher publisher, String owner) {
        this.owners = owners;
        this.states = states;
        this.outbox = outbox;
        this.publisher = publisher;
        this.owner = owner;
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
        for (OwnedPartition taken : owners.take(partitions, owner)) {
            owned.put(taken.partition(), taken);
            seek(consumer, Topics.EXECUTION_COMMANDS, taken.partition(), taken.commandsOffset());
            seek(consumer, Topics.STEP_COMPLETED, taken.partition(), taken.completedOffset());
        }
        publishLeftovers(partitions);
        log.info("inbox partitions taken owner={} partitions={}", owner, partitions);
        return states.count(partitions);
    }

    private void publishLeftovers(Set<Integer> partitions) throws InterruptedException {
        List<OutboxBatch> leftovers = outbox.leftovers(partitions);
        if (leftovers.isEmpty()) {
            return;
        }
        publisher
                .send(leftovers.stream()
                        .flatMap(batch -> batch.records().stream())
                        .toList())
                .await();
        outbox.delete(leftovers.stream().map(OutboxBatch::id).toList());
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
