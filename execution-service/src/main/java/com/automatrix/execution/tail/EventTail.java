package com.automatrix.execution.tail;

import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.Consumers;
import com.automatrix.execution.messaging.LoopThread;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows every topic of the dealership from now on, in every process, without a group; nothing waits for it. */
@Component
class EventTail implements SmartLifecycle {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern TOPICS = Pattern.compile(Topics.DEALERSHIP_PATTERN);
    /** A topic that a dealer adds is found after so many polls. */
    private static final int POLLS_BETWEEN_LOOKS = 20;

    private final Consumers consumers;
    private final RecentEvents recent = new RecentEvents();
    private final LoopThread thread = new LoopThread("event-tail", this::follow);
    private volatile @Nullable Consumer<String, byte[]> open;
    private volatile boolean running;

    EventTail(Consumers consumers) {
        this.consumers = consumers;
    }

    RecentEvents recent() {
        return recent;
    }

    @Override
    public void start() {
        running = true;
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        thread.stop(() -> {
            Consumer<String, byte[]> consumer = open;
            if (consumer != null) {
                consumer.wakeup();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        Map<String, String> settings = Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        try (Consumer<String, byte[]> consumer = consumers.open("event-tail", null, settings)) {
            open = consumer;
            Set<TopicPartition> known = Set.of();
            for (int polls = 0; !thread.isStopping(); polls++) {
                if (polls % POLLS_BETWEEN_LOOKS == 0) {
                    known = assign(consumer, known);
                }
                if (known.isEmpty()) {
                    polls = -1;
                    pause();
                } else {
                    consumer.poll(POLL).forEach(recent::add);
                }
            }
        } catch (WakeupException stopping) {
            open = null;
        }
    }

    private void pause() {
        try {
            thread.pause(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds what is new: a topic that is there at the start from its end, one that comes later from its beginning. */
    private static Set<TopicPartition> assign(Consumer<String, byte[]> consumer, Set<TopicPartition> known) {
        Set<TopicPartition> all = new HashSet<>();
        consumer.listTopics().forEach((topic, partitions) -> {
            if (TOPICS.matcher(topic).matches()) {
                partitions.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
            }
        });
        if (all.equals(known)) {
            return known;
        }
        List<TopicPartition> added =
                all.stream().filter(partition -> !known.contains(partition)).toList();
        consumer.assign(all);
        if (known.isEmpty()) {
            consumer.seekToEnd(added);
        } else {
            consumer.seekToBeginning(added);
        }
        // Seeking is lazy: without this, what arrives before the first poll would be skipped.
        added.forEach(consumer::position);
        return all;
    }
}
