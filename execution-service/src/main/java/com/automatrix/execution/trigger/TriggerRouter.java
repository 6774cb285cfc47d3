package com.automatrix.execution.trigger;

import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.eventtype.EventTypeTail;
import com.automatrix.execution.messaging.Consumers;
import com.automatrix.execution.messaging.Halving;
import com.automatrix.execution.messaging.LoopThread;
import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the dealership's events in a group of its own and starts executions for them; never touches an execution. */
@Component
class TriggerRouter implements SmartLifecycle {

    private static final int AFTER_THE_PUBLICATIONS = SmartLifecycle.DEFAULT_PHASE - 10;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CATCHING_UP = Duration.ofMillis(50);
    private static final Pattern TOPICS = Pattern.compile(Topics.DEALERSHIP_PATTERN);
    private static final String GROUP = "execution-trigger-router";
    // A topic that a dealer adds is found after this time.
    private static final String METADATA_AGE_MILLIS = "10000";

    private final Consumers consumers;
    private final PublicationTail publications;
    private final EventTypeTail eventTypes;
    private final EventReader reader;
    private final EventRouting routing;
    private final DeadLetters deadLetters;
    private final LoopThread thread = new LoopThread("trigger-router", this::route);
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile boolean running;

    TriggerRouter(
            Consumers consumers,
            PublicationTail publications,
            EventTypeTail eventTypes,
            EventReader reader,
            EventRouting routing,
            DeadLetters deadLetters) {
        this.consumers = consumers;
        this.publications = publications;
        this.eventTypes = eventTypes;
        this.reader = reader;
        this.routing = routing;
        this.deadLetters = deadLetters;
    }

    @Override
    public void start() {
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

    @Override
    public int getPhase() {
        return AFTER_THE_PUBLICATIONS;
    }

    private void route() throws InterruptedException {
        while (!publications.isCaughtUp() || !eventTypes.isCaughtUp()) {
            if (!thread.pause(CATCHING_UP)) {
                return;
            }
        }
        Map<String, String> settings = Map.of(
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                METADATA_AGE_MILLIS);
        try (Consumer<String, byte[]> consumer = consumers.open("trigger-router", GROUP, settings)) {
            open = consumer;
            consumer.subscribe(TOPICS);
            while (!thread.isStopping()) {
                ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    route(records);
                    consumer.commitSync();
                }
            }
        } catch (WakeupException stopping) {
            open = null;
        }
    }

    private void route(ConsumerRecords<String, byte[]> records) {
        List<IncomingEvent> events = new ArrayList<>();
        records.forEach(message -> read(message).ifPresent(events::add));
        if (!events.isEmpty()) {
            Halving.process(
                    events,
                    routing::route,
                    (culprit, reason) -> deadLetters.send(
                            culprit.message(), "Expected to start executions for it, but " + reason.getMessage()));
        }
    }

    private Optional<IncomingEvent> read(ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.of(reader.read(message));
        } catch (UnreadableRecord unreadable) {
            deadLetters.send(message, unreadable.reason());
            return Optional.empty();
        }
    }
}
