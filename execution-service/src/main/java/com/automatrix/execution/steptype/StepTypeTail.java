package com.automatrix.execution.steptype;

import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.steptype.StepType;
import com.automatrix.execution.messaging.AddedTopics;
import com.automatrix.execution.messaging.Consumers;
import com.automatrix.execution.messaging.CopyTail;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Copies the step types of other systems into this service's own table, each once the topic of its worker is there. */
@Component
public class StepTypeTail implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(StepTypeTail.class);
    private static final int BEFORE_THE_PUBLICATIONS = SmartLifecycle.DEFAULT_PHASE - 30;
    private static final Duration POLL = Duration.ofMillis(200);

    private final CopyTail tail;
    private final Consumers consumers;
    private final CloudEventRecords events;
    private final KnownStepTypes types;
    private final AddedTopics topics;

    StepTypeTail(
            CopyTail.Factory tails,
            Consumers consumers,
            CloudEventRecords events,
            KnownStepTypes types,
            AddedTopics topics) {
        this.tail = tails.create(Topics.STEP_TYPES, this::apply);
        this.consumers = consumers;
        this.events = events;
        this.types = types;
        this.topics = topics;
    }

    @Override
    public void start() {
        types.loadAll();
        tail.start();
    }

    @Override
    public void stop() {
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return tail.isRunning();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_PUBLICATIONS;
    }

    /**
     * Makes sure that the types are known, as far as they were registered before this call: whatever was published with
     * a type was written after it, but to another topic, which may be read first.
     */
    public void learn(Collection<String> wanted) {
        if (wanted.stream().allMatch(type -> types.find(type).isPresent())) {
            return;
        }
        try {
            readToEnd();
        } catch (RuntimeException away) {
            // They come all the same, and what was compiled without them is compiled again.
            log.warn("step types not read to the end because=\"{}\"", away.getMessage());
        }
    }

    private void readToEnd() {
        TopicPartition partition = new TopicPartition(Topics.STEP_TYPES, 0);
        try (Consumer<String, byte[]> consumer = consumers.open("step-types", null, Map.of())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (tail.isRunning() && consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(this::applyReadable);
            }
        }
    }

    private void applyReadable(ConsumerRecord<String, byte[]> message) {
        try {
            apply(message);
        } catch (UnreadableRecord leftToTheTail) {
            log.debug("step type unreadable offset={}", message.offset());
        }
    }

    private void apply(ConsumerRecord<String, byte[]> message) {
        // A removed type stays: versions that were published with it are executed as they were.
        if (message.value() == null) {
            return;
        }
        StepType type = events.data(message, StepType.class);
        topics.ensure(Topics.stepRequested(type.worker()), Topics.STEP_REQUESTED_IO);
        types.keep(type, Instant.ofEpochMilli(message.timestamp()), message.offset());
    }
}
