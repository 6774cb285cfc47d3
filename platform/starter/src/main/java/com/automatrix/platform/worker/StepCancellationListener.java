package com.automatrix.platform.worker;

import com.automatrix.contracts.message.StepCancelled;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.TopicTail;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears in every process of a pool what the engine no longer wants; what it said while the process was away is known
 * before the first step is leased.
 */
final class StepCancellationListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StepCancellationListener.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CloudEventRecords records;
    private final StepRunner runner;
    private final TopicTail tail;

    StepCancellationListener(TopicTail.Factory tails, CloudEventRecords records, StepRunner runner, Duration lookback) {
        this.records = records;
        this.runner = runner;
        this.tail = tails.create(Topics.STEP_CANCELLED, lookback, this::accept);
    }

    private void accept(ConsumerRecord<String, byte[]> message) {
        try {
            var cancelled = records.data(message, StepCancelled.class);
            runner.cancel(cancelled, Instant.ofEpochMilli(message.timestamp()));
        } catch (UnreadableRecord unreadable) {
            LOG.warn("step cancellation unreadable offset={} because={}", message.offset(), unreadable.reason());
        }
    }

    @Override
    public void start() {
        if (!tail.startAndCatchUp(PATIENCE)) {
            LOG.warn("step cancellations not read yet, beginning without them topic={}", Topics.STEP_CANCELLED);
        }
    }

    @Override
    public void stop() {
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return tail.isRunning();
    }

    // Before the runner starts; stopped after it.
    @Override
    public int getPhase() {
        return 900;
    }
}
