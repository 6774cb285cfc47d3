package com.automatrix.execution.inbox;

import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.Consumers;
import com.automatrix.execution.messaging.Halving;
import com.automatrix.execution.messaging.LoopThread;
import com.automatrix.execution.timer.Timer;
import com.automatrix.platform.trace.Correlation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The engine's batch loop: one thread that polls the commands and the results of the partitions it owns, and lets a
 * unit of work follow on each poll. Any failure that may pass begins it afresh from the offsets in the database, since
 * only these say whether the last commit came through.
 */
@Component
class Inbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final List<String> TOPICS = List.of(Topics.EXECUTION_COMMANDS, Topics.STEP_COMPLETED);
    private static final Duration TELL_PROGRESS_EVERY = Duration.ofSeconds(5);

    private final InboxProperties properties;
    private final Consumers consumers;
    private final IntakeReader reader;
    private final UnitOfWork work;
    private final Holdings holdings;
    private final InstantSource clock;
    private final LoopThread thread;
    private final Progress progress = new Progress();
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile boolean running;
    private int partitionCount;
    private int chunk;
    private Instant progressToldAt = Instant.EPOCH;

    Inbox(
            InboxProperties properties,
            Consumers consumers,
            IntakeReader reader,
            UnitOfWork work,
            Holdings holdings,
            InstantSource clock) {
        this.properties = properties;
        this.consumers = consumers;
        this.reader = reader;
        this.work = work;
        this.holdings = holdings;
        this.clock = clock;
        this.chunk = properties.largestBatch();
        this.thread = new LoopThread("inbox", properties.restartPause(), this::loop);
    }

    /** Refuses to start if the inbox topics differ in partitions or have changed. */
    @Override
    public void start() {
        try (Consumer<String, byte[]> consumer = consumers.open("inbox-check", null, Map.of())) {
            partitionCount = partitionCount(consumer);
        }
        holdings.partitions().require(partitionCount);
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.stop(() -> {
            Consumer<String, byte[]> consumer = open;
            if (consumer != null) {
                consumer.wakeup();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static int partitionCount(Consumer<String, byte[]> consumer) {
        int commands = consumer.partitionsFor(Topics.EXECUTION_COMMANDS).size();
        int completed = consumer.partitionsFor(Topics.STEP_COMPLETED).size();
        if (commands == 0 || commands != completed) {
            throw new IllegalStateException("Expected " + TOPICS
                    + " to have the same number of partitions, but they have " + commands + " and " + completed);
        }
        return commands;
    }

    private void loop() throws InterruptedException {
        holdings.forgetAll();
        try (Consumer<String, byte[]> consumer = consumers.open("inbox", properties.group(), settings())) {
            open = consumer;
            consumer.subscribe(TOPICS, new Assignment(consumer));
            while (!thread.isStopping()) {
                turn(consumer);
            }
            work.tidy();
        } catch (WakeupException stopping) {
            work.tidy();
        } catch (InterruptException interrupted) {
            throw new InterruptedException("Expected to go on, but the inbox was interrupted");
        } finally {
            open = null;
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, properties.instanceId());
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        long timeout = properties.sessionTimeout().toMillis();
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, String.valueOf(timeout));
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, String.valueOf(timeout / 3));
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, String.valueOf(properties.largestBatch()));
        return settings;
    }

    private void turn(Consumer<String, byte[]> consumer) {
        List<Intake> intakes = new ArrayList<>();
        Partitioning partitioning = new Partitioning(partitionCount);
        for (var message : poll(consumer)) {
            progress.read(message);
            intakes.add(reader.read(message, partitioning));
        }
        for (Timer timer : holdings.timers().due(clock.instant(), properties.largestBatch())) {
            intakes.add(new Intake.Due(timer));
        }
        if (intakes.isEmpty()) {
            work.tidy();
        }
        for (int from = 0; from < intakes.size(); ) {
            int to = Math.min(intakes.size(), from + chunk);
            timed(intakes.subList(from, to));
            from = to;
        }
        tellProgress(consumer);
    }

    private Iterable<ConsumerRecord<String, byte[]>> poll(Consumer<String, byte[]> consumer) {
        Instant now = clock.instant();
        progress.polls(now);
        try {
            return consumer.poll(holdings.timers().idleTime(now, properties.idlePoll()));
        } catch (OffsetOutOfRangeException lost) {
            // Only a broker that lost its data, or a topic made anew, brings us here: what is left is all there is.
            log.error("stored offsets are not in the topics any more, reading these from the beginning", lost);
            consumer.seekToBeginning(lost.partitions());
            return List.of();
        }
    }

    /** A batch that takes too long makes the next ones smaller, and the other way round. */
    private void timed(List<Intake> intakes) {
        long began = System.nanoTime();
        Halving.process(intakes, work::run, this::giveUp);
        boolean tooLong = System.nanoTime() - began > properties.longestBatch().toNanos();
        chunk = tooLong
                ? Math.max(1, Math.min(chunk, intakes.size()) / 2)
                : Math.min(properties.largestBatch(), chunk * 2);
    }

    private void giveUp(Intake culprit, RuntimeException failure) {
        Correlation.run(reader.correlationId(culprit), () -> putAway(culprit, failure));
    }

    private void putAway(Intake culprit, RuntimeException failure) {
        String reason = failure instanceof Deferral.NeverArrived
                ? String.valueOf(failure.getMessage())
                : "Expected to process this record, but " + failure;
        log.error("input cannot be processed, its execution fails partition={}", culprit.partition(), failure);
        reader.putAway(culprit, reason);
        try {
            work.giveUp(culprit, reason);
        } catch (RuntimeException again) {
            if (Halving.isPassing(again)) {
                throw again;
            }
            log.error("the execution cannot be failed either, input skipped partition={}", culprit.partition(), again);
            work.skip(culprit);
        }
    }

    /** For those who look for what is missing; Kafka's own committed offsets only serve the lag metrics of the group. */
    private void tellProgress(Consumer<String, byte[]> consumer) {
        Instant now = clock.instant();
        if (progressToldAt.plus(TELL_PROGRESS_EVERY).isAfter(now)) {
            return;
        }
        progressToldAt = now;
        holdings.partitions().caughtUp(progress.caughtUp(consumer));
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        consumer.assignment().forEach(place -> offsets.put(place, new OffsetAndMetadata(consumer.position(place))));
        consumer.commitAsync(offsets, null);
    }

    /** Follows the group's assignment. */
    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Assignment(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            try {
                holdings.take(assigned, consumer, clock.instant());
            } catch (InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            work.tidy();
            holdings.forget(InboxPartitions.partitionsOf(revoked, Topics.EXECUTION_COMMANDS));
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            holdings.forget(InboxPartitions.partitionsOf(lost, Topics.EXECUTION_COMMANDS));
        }
    }
}
