package com.automatrix.execution.trigger;

import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.TopicTail;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The dealership's settings as workflow-service publishes them: what expressions see as {@code vars}. */
@Component
public class DealershipSettings implements SmartLifecycle {

    private static final String DEALERSHIP = "dealership";

    private final TopicTail tail;
    private final CloudEventRecords events;
    private volatile Map<String, @Nullable Object> vars = Map.of();

    DealershipSettings(TopicTail.Factory tails, CloudEventRecords events) {
        this.tail = tails.create(Topics.SETTINGS_CHANGED, this::handle);
        this.events = events;
    }

    public Map<String, @Nullable Object> vars() {
        return vars;
    }

    /** Whether what was changed before the start is known. */
    public boolean isCaughtUp() {
        return tail.isCaughtUp();
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
        if (!DEALERSHIP.equals(message.key())) {
            return;
        }
        Object value = message.value() == null
                ? null
                : events.data(message, SettingsChanged.class).value();
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> settings) {
            settings.forEach((name, setting) -> changed.put(String.valueOf(name), setting));
        }
        vars = Collections.unmodifiableMap(changed);
    }
}
