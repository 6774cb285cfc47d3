package com.automatrix.platform.logline;

import com.automatrix.contracts.message.LogLine;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;

/**
 * Sends log lines to the topic {@code log-lines}: as well as it goes, and never at the cost of the work itself.
 *
 * <p>At most 200 lines a second leave a process. What is too much, or finds no broker, is in the log alone, and counted in
 * {@code automatrix_log_lines_dropped_total}.
 */
final class LogLines implements SmartLifecycle {

    private static final int MOST_WAITING = 1_000;
    private static final int MOST_AT_ONCE = 100;
    private static final long PAUSE_MILLIS = 500;

    private final KafkaOperations<String, byte[]> kafka;
    private final CloudEventRecords records;
    private final Counter dropped;
    private final BlockingQueue<LogLine> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile @Nullable Thread thread;

    LogLines(KafkaOperations<String, byte[]> kafka, CloudEventRecords records, MeterRegistry metrics) {
        this.kafka = kafka;
        this.records = records;
        this.dropped = Counter.builder("automatrix.log.lines.dropped")
                .description("Log lines of requests and events that are in the log alone")
                .register(metrics);
    }

    void add(LogLine line) {
        if (!waiting.offer(line)) {
            dropped.increment();
        }
    }

    @Override
    public void start() {
        var sender = Thread.ofVirtual().name("log-lines").unstarted(this::send);
        thread = sender;
        sender.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void send() {
        try {
            while (isRunning()) {
                var lines = new ArrayList<LogLine>(MOST_AT_ONCE);
                lines.add(waiting.take());
                waiting.drainTo(lines, MOST_AT_ONCE - 1);
                send(lines);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(List<LogLine> lines) {
        for (var line : lines) {
            try {
                var _ = kafka.send(recordOf(line)).whenComplete((_, failure) -> {
                    if (failure != null) {
                        dropped.increment();
                    }
                });
            } catch (KafkaException | org.springframework.kafka.KafkaException away) {
                dropped.increment();
            }
        }
    }

    private ProducerRecord<String, byte[]> recordOf(LogLine line) {
        return records.record(
                Topics.LOG_LINES, line.correlationId(), MessageTypes.LOG_LINE, line, line.correlationId());
    }
}
