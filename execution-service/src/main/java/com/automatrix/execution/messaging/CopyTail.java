package com.automatrix.execution.messaging;

import com.automatrix.platform.messaging.DeadLetters;
import com.automatrix.platform.messaging.TopicTail;
import com.automatrix.platform.messaging.UnreadableRecord;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/**
 * Copies a compacted topic into this service's own tables, from the beginning at every start: waits for a database or a
 * broker that is away, and puts away what cannot be read.
 */
public final class CopyTail {

    private final TopicTail tail;
    private final DeadLetters deadLetters;
    private final Consumer<ConsumerRecord<String, byte[]>> copy;

    private CopyTail(
            TopicTail.Factory tails,
            DeadLetters deadLetters,
            String topic,
            Consumer<ConsumerRecord<String, byte[]>> copy) {
        this.tail = tails.create(topic, this::handle);
        this.deadLetters = deadLetters;
        this.copy = copy;
    }

    /** Makes tails that put away what they cannot read. */
    @Component
    public static final class Factory {

        private final TopicTail.Factory tails;
        private final DeadLetters deadLetters;

        Factory(TopicTail.Factory tails, DeadLetters deadLetters) {
            this.tails = tails;
            this.deadLetters = deadLetters;
        }

        /**
         * A tail that is not started yet.
         *
         * @param copy may be called again with the same record
         */
        public CopyTail create(String topic, Consumer<ConsumerRecord<String, byte[]>> copy) {
            return new CopyTail(tails, deadLetters, topic, copy);
        }
    }

    public void start() {
        tail.start();
    }

    public void stop() {
        tail.stop();
    }

    public boolean isRunning() {
        return tail.isRunning();
    }

    /** Whether everything that was in the topic at the start has been copied. */
    public boolean isCaughtUp() {
        return tail.isCaughtUp();
    }

    private void handle(ConsumerRecord<String, byte[]> message) {
        try {
            copy.accept(message);
        } catch (UnreadableRecord unreadable) {
            deadLetters.send(message, unreadable.reason());
        }
    }
}
