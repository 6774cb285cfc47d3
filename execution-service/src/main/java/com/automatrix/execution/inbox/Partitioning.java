package com.automatrix.execution.inbox;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Which partition a key belongs to: Kafka's own default, for both inbox topics. */
record Partitioning(int partitions) {

    int of(String key) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
