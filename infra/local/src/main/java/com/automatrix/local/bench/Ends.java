package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.Waiting;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Follows {@code execution-events} as any other system may, and counts how many executions of a workflow have ended. */
final class Ends implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOPIC = "execution-events";
    private static final String COMPLETED = "execution.completed";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, AtomicInteger> completed = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean open = true;

    Ends(String kafka) {
        var properties = Map.<String, Object>of("bootstrap.servers", kafka, "auto.offset.reset", "latest");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy: without this, what ends before the first poll would be missed.
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().daemon().name("ends").start(this::follow);
    }

    int completed(Workflow workflow) {
        return counter(workflow.id()).get();
    }

    /** Waits until so many have completed since the first. */
    void await(Workflow workflow, int count, Duration patience) {
        var ended = Waiting.until(patience, PAUSE, () -> failure.get() != null || completed(workflow) >= count);
        var stopped = failure.get();
        if (stopped != null) {
            throw stopped;
        }
        if (!ended) {
            throw new Failure("Expected " + count + " executions to complete within " + patience.toSeconds()
                    + " s, but only " + completed(workflow) + " did.");
        }
    }

    private void follow() {
        try (consumer) {
            while (open) {
                consumer.poll(POLL).forEach(record -> count(JSON.readTree(record.value())));
            }
        } catch (RuntimeException stopped) {
            failure.set(new Failure("Expected to follow " + TOPIC + ", but: " + stopped, stopped));
        }
    }

    private void count(JsonNode message) {
        var workflow = message.path("workflowId").asString("");
        for (var event : message.path("events")) {
            switch (event.path("type").asString("")) {
                case COMPLETED -> counter(workflow).incrementAndGet();
                case "execution.failed", "execution.cancelled" -> {
                    if (completed.containsKey(workflow)) {
                        failure.set(new Failure("Expected every execution to complete, but "
                                + message.path("executionId").asString("") + " ended so: " + event + "."));
                    }
                }
                default -> {}
            }
        }
    }

    private AtomicInteger counter(String workflow) {
        return completed.computeIfAbsent(workflow, none -> new AtomicInteger());
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
