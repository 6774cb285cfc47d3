package com.automatrix.ai.usage;

import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.TopicTail;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The time zone in which the dealership's days and months begin, as workflow-service publishes it. */
@Component
class DealershipZone implements SmartLifecycle {

    private static final String DEALERSHIP = "dealership";

    private final TopicTail tail;
    private final CloudEventRecords events;
    private volatile ZoneId zone = ZoneOffset.UTC;

    DealershipZone(TopicTail.Factory tails, CloudEventRecords events) {
        this.tail = tails.create(Topics.SETTINGS_CHANGED, this::handle);
        this.events = events;
    }

    ZoneId zone() {
        return zone;
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

    private void handle(ConsumerRecord<String, byte[]> message) {
        if (!DEALERSHIP.equals(message.key()) || message.value() == null) {
            return;
        }
        Object value = events.data(message, SettingsChanged.class).value();
        if (value instanceof Map<?, ?> settings && settings.get("timeZone") instanceof String name) {
            try {
                zone = ZoneId.of(name);
            } catch (DateTimeException unknown) {
                zone = ZoneOffset.UTC;
            }
        }
    }
}
