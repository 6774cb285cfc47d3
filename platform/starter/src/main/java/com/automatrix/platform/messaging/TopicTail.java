package com.automatrix.platform.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads a topic from its beginning, or from some time ago, and then follows it, in every process by itself: for what
 * each process must know, such as the content of a compacted topic.
 *
 * <p>Promises: records of one partition come in order, on one thread, never two at a time; each record comes at least
 * once (after a lost broker the topic is read from the beginning again); a handler that throws is logged and the next
 * record follows. The topic may not exist yet, and the broker may be away: it is then waited for.
 */
public final class TopicTail {

    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ConsumerFactory<String, byte[]> consumers;
    private final String topic;
    private final @Nullable Duration lookback;
    private final InstantSource clock;
    private final Consumer<ConsumerRecord<String, byte[]>> handler;

    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean running;
    private volatile boolean failing;
    private volatile @Nullable Thread thread;
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<?, ?> reading;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    TopicTail(
            ConsumerFactory<String, byte[]> consumers,
            InstantSource clock,
            String topic,
            @Nullable Duration lookback,
            Consumer<ConsumerRecord<String, byte[]>> handler) {
        this.consumers = consumers;
        this.clock = clock;
        this.topic = topic;
        this.lookback = lookback;
        this.handler = handler;
    }

    /** Makes tails; a bean of every service with Kafka. */
    @FunctionalInterface
    public interface Factory {

        /**
         * A tail that is not started yet. A value may be null: a tombstone.
         *
         * @param lookback how far back to begin; null begins at the beginning
         */
        TopicTail create(String topic, @Nullable Duration lookback, Consumer<ConsumerRecord<String, byte[]>> handler);

        /** A tail of the whole topic that is not started yet. */
        default TopicTail create(String topic, Consumer<ConsumerRecord<String, byte[]>> handler) {
            return create(topic, null, handler);
        }
    }

    /** Starts reading on a thread of its own. */
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().daemon().name("tail-" + topic).start(this::follow);
    }

    /**
     * Starts reading, and returns once everything that is in the topic has been handled: before anything that needs it.
     *
     * @return false if that takes longer, since the broker or the topic is away; it is then still waited for
     */
    public boolean startAndCatchUp(Duration patience) {
        start();
        try {
            return caughtUp.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stops reading and waits until the handler is no longer called. */
    public synchronized void stop() {
        running = false;
        var reader = thread;
        if (reader == null) {
            return;
        }
        stopping.countDown();
        var consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            if (!reader.join(PATIENCE)) {
                reader.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    public boolean isRunning() {
        return running;
    }

    /** Whether everything that was in the topic when reading began has been handled. */
    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    private void follow() {
        while (running) {
            try {
                followOnce();
            } catch (InterruptException | WakeupException stopped) {
                return;
            } catch (RuntimeException away) {
                // Once for an outage, however long it is.
                if (!failing) {
                    LOG.warn("topic not followed topic={} because=\"{}\"", topic, away.getMessage());
                }
                failing = true;
                pause();
            }
        }
    }

    private void followOnce() {
        try (var consumer = consumers.createConsumer(null, "tail-" + topic, null)) {
            reading = consumer;
            var partitions = partitions(consumer.partitionsFor(topic));
            if (partitions.isEmpty()) {
                pause();
                return;
            }
            consumer.assign(partitions);
            seek(consumer, partitions);
            failing = false;
            var ends = consumer.endOffsets(partitions);
            while (running) {
                if (!isCaughtUp() && hasReached(consumer, ends)) {
                    caughtUp.countDown();
                }
                for (var message : consumer.poll(POLL)) {
                    handle(message);
                }
            }
        }
    }

    private void seek(org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        if (lookback == null) {
            consumer.seekToBeginning(partitions);
            return;
        }
        long from = clock.instant().minus(lookback).toEpochMilli();
        consumer.seekToEnd(partitions);
        consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> from)))
                .forEach((partition, found) -> {
                    if (found != null) {
                        consumer.seek(partition, found.offset());
                    }
                });
    }

    private static List<TopicPartition> partitions(@Nullable List<PartitionInfo> found) {
        return found == null
                ? List.of()
                : found.stream()
                        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                        .toList();
    }

    private static boolean hasReached(
            org.apache.kafka.clients.consumer.Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Waits with the record while something that the handler needs is away. */
    private void handle(ConsumerRecord<String, byte[]> message) {
        while (running) {
            try {
                handler.accept(message);
                return;
            } catch (RuntimeException failure) {
                if (!ListenerFailures.isPassing(failure)) {
                    LOG.error("record not handled topic={} offset={}", topic, message.offset(), failure);
                    return;
                }
                LOG.warn("record waits topic={} offset={} because={}", topic, message.offset(), failure.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            boolean _ = stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
