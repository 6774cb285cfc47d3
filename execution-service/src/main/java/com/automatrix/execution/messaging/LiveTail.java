package com.automatrix.execution.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Follows a topic from now on, in every process, without a group; what comes while the broker is away is missed. */
public final class LiveTail {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumers consumers;
    private final String topic;
    private final java.util.function.Consumer<ConsumerRecord<String, byte[]>> handler;
    private final LoopThread thread;
    private volatile CountDownLatch following = new CountDownLatch(1);
    private volatile @Nullable Consumer<String, byte[]> open;

    public LiveTail(
            Consumers consumers, String topic, java.util.function.Consumer<ConsumerRecord<String, byte[]>> handler) {
        this.consumers = consumers;
        this.topic = topic;
        this.handler = handler;
        this.thread = new LoopThread("tail-" + topic, this::follow);
    }

    /** Begins, and waits until nothing that is published from now on can be missed, at most for the given time. */
    public void start(Duration atMost) {
        following = new CountDownLatch(1);
        thread.start();
        try {
            following.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public void stop() {
        thread.stop(() -> {
            Consumer<String, byte[]> consumer = open;
            if (consumer != null) {
                consumer.wakeup();
            }
        });
    }

    private void follow() {
        Map<String, String> settings = Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        try (Consumer<String, byte[]> consumer = consumers.open("tail-" + topic, null, settings)) {
            open = consumer;
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            // Seeking is lazy: without this, what arrives before the first poll would be skipped.
            partitions.forEach(consumer::position);
            following.countDown();
            while (!thread.isStopping()) {
                consumer.poll(POLL).forEach(handler);
            }
        } catch (WakeupException stopping) {
            open = null;
        }
    }
}
