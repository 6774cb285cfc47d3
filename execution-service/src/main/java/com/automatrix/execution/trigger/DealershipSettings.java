package com.automatrix.execution.trigger;

import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.TopicTail;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The dealership's settings as workflow-service publishes them: what expressions see as {@code vars}. They are known
 * before the first step is worked on, for steps ask them whom they may call and when they may send.
 */
@Component
public class DealershipSettings implements SmartLifecycle {

    private static final String DEALERSHIP = "dealership";
    private static final int BEFORE_THE_WORKERS = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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

    /** Refuses to start without them. */
    @Override
    public void start() {
        if (!tail.startAndCatchUp(PATIENCE)) {
            throw new IllegalStateException(
                    "Expected to read the dealership's settings from the topic " + Topics.SETTINGS_CHANGED + " within "
                            + PATIENCE.toSeconds() + " s, but it is not read to its end.");
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

    @Override
    public int getPhase() {
        return BEFORE_THE_WORKERS;
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
