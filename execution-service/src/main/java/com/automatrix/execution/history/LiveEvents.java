package com.automatrix.execution.history;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.messaging.Consumers;
import com.automatrix.execution.messaging.LiveTail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Hands what happens to executions to whoever listens in this process, on any replica. A listener is called on the
 * tail's thread and must not block. After a broker outage events may be missing: durable history has them.
 */
@Component
public class LiveEvents implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveEvents.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, List<Consumer<JsonNode>>> byExecution = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> ofAll = new CopyOnWriteArrayList<>();
    private final LiveTail tail;
    private volatile boolean running;

    LiveEvents(Consumers consumers) {
        this.tail = new LiveTail(consumers, Topics.EXECUTION_EVENTS, this::hand);
    }

    /** A listener's place; closing it ends the calls. */
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /** Listens to the {@code execution-events} messages of one execution. */
    public Subscription subscribe(ExecutionId id, Consumer<JsonNode> listener) {
        String key = id.toString();
        byExecution.compute(key, (execution, listeners) -> {
            List<Consumer<JsonNode>> all = listeners == null ? new CopyOnWriteArrayList<>() : listeners;
            all.add(listener);
            return all;
        });
        return () -> byExecution.computeIfPresent(key, (execution, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }

    Subscription subscribeToAll(Consumer<JsonNode> listener) {
        ofAll.add(listener);
        return () -> ofAll.remove(listener);
    }

    @Override
    public void start() {
        running = true;
        tail.start(PATIENCE);
    }

    @Override
    public void stop() {
        running = false;
        tail.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void hand(ConsumerRecord<String, byte[]> message) {
        List<Consumer<JsonNode>> listeners = byExecution.getOrDefault(String.valueOf(message.key()), List.of());
        // Most executions have no listener: their messages are not even parsed.
        if ((listeners.isEmpty() && ofAll.isEmpty()) || message.value() == null) {
            return;
        }
        try {
            JsonNode told = ContractJson.events().readTree(message.value());
            listeners.forEach(listener -> listener.accept(told));
            ofAll.forEach(listener -> listener.accept(told));
        } catch (JacksonException malformed) {
            log.warn("execution event not readable partition={} offset={}", message.partition(), message.offset());
        }
    }
}
