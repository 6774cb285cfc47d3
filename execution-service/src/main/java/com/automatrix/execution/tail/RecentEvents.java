package com.automatrix.execution.tail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The newest records, so that who comes back has missed nothing that is still here. Holds at most {@link #MOST} of them
 * and {@link #MOST_BYTES} of their values, whichever is less.
 */
final class RecentEvents {

    static final int MOST = 500;
    static final long MOST_BYTES = 8L * 1024 * 1024;

    private final Deque<Numbered> recent = new ArrayDeque<>();
    private final List<Consumer<Numbered>> listeners = new CopyOnWriteArrayList<>();
    private long bytes;
    private long last;

    /** A record with its place in the order of arrival, from 1. */
    record Numbered(long number, ConsumerRecord<String, byte[]> message) {

        int size() {
            return message.value() == null ? 0 : message.value().length;
        }
    }

    synchronized void add(ConsumerRecord<String, byte[]> message) {
        Numbered numbered = new Numbered(++last, message);
        recent.addLast(numbered);
        bytes += numbered.size();
        while (recent.size() > MOST || (bytes > MOST_BYTES && recent.size() > 1)) {
            bytes -= recent.removeFirst().size();
        }
        listeners.forEach(listener -> listener.accept(numbered));
    }

    /** What came after that number and is still here, the oldest first; what comes then goes to the listener. */
    synchronized List<Numbered> follow(long after, Consumer<Numbered> listener) {
        listeners.add(listener);
        List<Numbered> missed = new ArrayList<>(recent);
        missed.removeIf(numbered -> numbered.number() <= after);
        return missed;
    }

    void leave(Consumer<Numbered> listener) {
        listeners.remove(listener);
    }
}
