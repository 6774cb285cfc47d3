package com.automatrix.execution.eventtype;

import com.automatrix.contracts.event.RegisteredEventType;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.AddedTopics;
import com.automatrix.execution.messaging.CopyTail;
import com.automatrix.platform.messaging.CloudEventRecords;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows what the dealer registers, from the beginning at every start, and makes the topics that it names. */
@Component
public class EventTypeTail implements SmartLifecycle {

    private static final int BEFORE_THE_PUBLICATIONS = SmartLifecycle.DEFAULT_PHASE - 30;

    private final CopyTail tail;
    private final CloudEventRecords events;
    private final KnownEventTypes types;
    private final AddedTopics topics;

    EventTypeTail(CopyTail.Factory tails, CloudEventRecords events, KnownEventTypes types, AddedTopics topics) {
        this.tail = tails.create(Topics.EVENT_TYPES, this::apply);
        this.events = events;
        this.types = types;
        this.topics = topics;
    }

    @Override
    public void start() {
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

    /** Whether what was registered before the start is known. */
    public boolean isCaughtUp() {
        return tail.isCaughtUp();
    }

    private void apply(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            types.forget(message.key());
            return;
        }
        RegisteredEventType type = events.data(message, RegisteredEventType.class);
        topics.ensure(type.topic(), Topics.DEALERSHIP_PLATFORM);
        types.keep(type);
    }
}
