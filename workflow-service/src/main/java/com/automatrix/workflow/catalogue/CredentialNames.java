package com.automatrix.workflow.catalogue;

import com.automatrix.contracts.message.SettingsChanged;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.messaging.TopicTail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Which credentials there are, as auth-service publishes it: their names alone. */
@Component
class CredentialNames implements SmartLifecycle {

    private static final String CREDENTIALS = "credentials";

    private final TopicTail tail;
    private final CloudEventRecords events;
    private volatile @Nullable Set<String> names;

    CredentialNames(TopicTail.Factory tails, CloudEventRecords events) {
        this.tail = tails.create(Topics.SETTINGS_CHANGED, this::handle);
        this.events = events;
    }

    /** Empty until auth-service has said it. */
    Optional<Set<String>> known() {
        return Optional.ofNullable(names);
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
        if (!CREDENTIALS.equals(message.key()) || message.value() == null) {
            return;
        }
        if (events.data(message, SettingsChanged.class).value() instanceof List<?> credentials) {
            names = credentials.stream().flatMap(CredentialNames::name).collect(Collectors.toUnmodifiableSet());
        }
    }

    private static Stream<String> name(@Nullable Object credential) {
        return credential instanceof Map<?, ?> fields && fields.get("name") instanceof String name
                ? Stream.of(name)
                : Stream.empty();
    }
}
