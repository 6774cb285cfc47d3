package com.automatrix.execution.inbox;

import com.automatrix.execution.timer.TimerQueue;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What this process holds in memory of the partitions that it owns. Only the inbox's thread uses it. */
record Holdings(InboxPartitions partitions, ExecutionCache cache, TimerQueue timers, InboxMetrics metrics) {

    /** Becomes the owner of what the group has assigned. */
    void take(Collection<TopicPartition> assigned, Consumer<?, ?> consumer, Instant now) throws InterruptedException {
        Map<Integer, Integer> live = partitions.take(assigned, consumer);
        timers.own(partitions.numbers(), now);
        metrics.owns(partitions.numbers(), live);
    }

    void forget(Collection<Integer> lost) {
        partitions.drop(lost);
        cache.dropPartitions(lost);
        timers.disown(lost);
        metrics.disowns(lost);
    }

    void forgetAll() {
        forget(partitions.numbers());
    }
}
