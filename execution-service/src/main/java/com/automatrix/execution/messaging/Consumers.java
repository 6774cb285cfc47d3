package com.automatrix.execution.messaging;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** Opens Kafka consumers whose loops are this service's own: they commit by hand and answer a single record at once. */
@Component
public class Consumers {

    private static final int SOURCE_RECORD_BYTES = 8 * 1024 * 1024;

    private final ConsumerFactory<String, byte[]> factory;

    Consumers(ConsumerFactory<String, byte[]> factory) {
        this.factory = factory;
    }

    /** A consumer with the given settings on top of the common ones; without a group it is assigned by hand. */
    public Consumer<String, byte[]> open(String clientId, @Nullable String group, Map<String, String> settings) {
        Properties all = new Properties();
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
        all.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, String.valueOf(SOURCE_RECORD_BYTES));
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        all.putAll(settings);
        return factory.createConsumer(group, clientId, null, all);
    }
}
