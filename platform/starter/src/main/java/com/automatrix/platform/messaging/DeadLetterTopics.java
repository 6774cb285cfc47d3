package com.automatrix.platform.messaging;

import com.automatrix.contracts.message.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the dead-letter topic of a topic that somebody added without one. */
final class DeadLetterTopics {

    private static final String RETENTION_MILLIS =
            String.valueOf(Duration.ofDays(30).toMillis());
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int PARTITIONS = 3;
    private static final long LARGEST_RECORD = 8L * 1024 * 1024;
    /** For the headers that a dead letter has besides those of its record. */
    private static final long ROOM_FOR_HEADERS = 64L * 1024;

    private final Map<String, Object> settings;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param connection how to reach the broker */
    DeadLetterTopics(Map<String, Object> connection) {
        settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    }

    /** Returns when there is one; asks the broker once for each topic. */
    void ensure(String topic) throws ExecutionException, InterruptedException {
        if (known.contains(topic)) {
            return;
        }
        try (var admin = Admin.create(settings)) {
            if (partitions(admin, Topics.deadLetter(topic)).isEmpty()) {
                create(admin, topic);
            }
        }
        known.add(topic);
    }

    /** Asks again the next time. */
    void forget(String topic) {
        known.remove(topic);
    }

    private static void create(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var partitions = partitions(admin, topic).orElse(PARTITIONS);
        var letters = new NewTopic(Topics.deadLetter(topic), Optional.of(partitions), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        RETENTION_MILLIS,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(largestRecord(admin, topic) + ROOM_FOR_HEADERS)));
        try {
            admin.createTopics(List.of(letters)).all().get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        }
    }

    private static Optional<Integer> partitions(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                    .map(found -> found.partitions().size())
                    .findFirst();
        } catch (ExecutionException refused) {
            if (refused.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static long largestRecord(Admin admin, String topic) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                    .map(config -> config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG))
                    .map(entry -> Long.parseLong(entry.value()))
                    .findFirst()
                    .orElse(LARGEST_RECORD);
        } catch (ExecutionException refused) {
            // Whoever may read a topic may not always see its settings.
            if (refused.getCause() instanceof AuthorizationException
                    || refused.getCause() instanceof UnknownTopicOrPartitionException) {
                return LARGEST_RECORD;
            }
            throw refused;
        }
    }
}
