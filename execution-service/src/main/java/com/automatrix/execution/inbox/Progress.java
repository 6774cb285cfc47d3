package com.automatrix.execution.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to which moment what was written to each partition has been read. Only the inbox's thread uses it.
 *
 * <p>That a partition has nothing left to read is known from an answer of the broker, which may be as old as the turn that
 * has just been worked off: it is true of the moment when the poll before the last one began, not of now.
 */
final class Progress {

    private final Map<TopicPartition, Instant> lastRead = new HashMap<>();

    private Instant lastPoll = Instant.EPOCH;
    private Instant pollBefore = Instant.EPOCH;

    void polls(Instant now) {
        pollBefore = lastPoll;
        lastPoll = now;
    }

    void read(ConsumerRecord<?, ?> message) {
        lastRead.put(
                new TopicPartition(message.topic(), message.partition()), Instant.ofEpochMilli(message.timestamp()));
    }

    /** By number, over both topics; a partition of which nothing is known yet is left out. */
    Map<Integer, Instant> caughtUp(Consumer<?, ?> consumer) {
        lastRead.keySet().retainAll(consumer.assignment());
        Map<Integer, Instant> earliest = new HashMap<>();
        for (TopicPartition place : consumer.assignment()) {
            OptionalLong lag = consumer.currentLag(place);
            Instant moment =
                    lag.isPresent() && lag.getAsLong() == 0 ? pollBefore : lastRead.getOrDefault(place, Instant.EPOCH);
            earliest.merge(place.partition(), moment, (one, other) -> one.isBefore(other) ? one : other);
        }
        earliest.values().removeIf(Instant.EPOCH::equals);
        return earliest;
    }
}
