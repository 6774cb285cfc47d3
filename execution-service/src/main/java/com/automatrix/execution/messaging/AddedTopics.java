package com.automatrix.execution.messaging;

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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Makes the topics that a dealer or another system adds, each as one of the product's own is. */
@Component
public class AddedTopics {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Map<String, Object> settings;
    private final Set<String> made = ConcurrentHashMap.newKeySet();

    AddedTopics(KafkaAdmin admin) {
        settings = new HashMap<>(admin.getConfigurationProperties());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
    }

    /**
     * Returns when there is one; asks the broker once for each topic.
     *
     * @param model the topic whose partitions and largest record it gets
     */
    public void ensure(String topic, String model) {
        if (made.contains(topic)) {
            return;
        }
        try (Admin admin = Admin.create(settings)) {
            create(admin, topic, model);
            made.add(topic);
        } catch (ExecutionException refused) {
            throw new KafkaException(
                    "Expected topic %s to be made, but it was not".formatted(topic), refused.getCause());
        } catch (InterruptedException stopping) {
            throw new InterruptException(stopping);
        }
    }

    private static void create(Admin admin, String topic, String model)
            throws ExecutionException, InterruptedException {
        if (admin.listTopics().names().get().contains(topic)) {
            return;
        }
        NewTopic wanted = new NewTopic(topic, Optional.of(partitions(admin, model)), Optional.empty())
                .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, largestRecord(admin, model)));
        try {
            admin.createTopics(List.of(wanted)).all().get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw refused;
            }
        }
    }

    private static int partitions(Admin admin, String model) throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(model)).allTopicNames().get().values().stream()
                .mapToInt(described -> described.partitions().size())
                .max()
                .orElseThrow();
    }

    private static String largestRecord(Admin admin, String model) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, model);
        return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                .map(config -> config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value())
                .findFirst()
                .orElseThrow();
    }
}
