package com.automatrix.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Sends events in order and tells which of them the broker has. */
final class OutboxSender {

    // Each topic that does not answer costs a wait: after this many it is the broker that is away.
    private static final int SILENT_TOPICS = 2;

    private final Broker broker;

    OutboxSender(Broker broker) {
        this.broker = broker;
    }

    Sent send(List<WaitingEvent> events, Duration patience) {
        var underway = new LinkedHashMap<WaitingEvent, CompletableFuture<?>>();
        var silentTopics = new HashSet<String>();
        for (var event : events) {
            if (silentTopics.contains(event.topic())) {
                continue;
            }
            var future = submit(event);
            underway.put(event, future);
            if (isPassingFailure(future) && silentTopics.add(event.topic()) && silentTopics.size() >= SILENT_TOPICS) {
                break;
            }
        }
        return await(events, underway, System.nanoTime() + patience.toNanos());
    }

    // An event goes only if all before it with the same key went: the rest is sent again, in order.
    private static Sent await(
            List<WaitingEvent> events, Map<WaitingEvent, CompletableFuture<?>> underway, long deadline) {
        var published = new ArrayList<Long>();
        var refused = new ArrayList<Refusal>();
        var broken = new HashSet<String>();
        String failure = null;
        for (var event : events) {
            var future = underway.get(event);
            if (future == null) {
                broken.add(event.line());
                continue;
            }
            var cause = failureOf(future, deadline);
            if (cause == null) {
                if (!broken.contains(event.line())) {
                    published.add(event.id());
                }
            } else if (isRefusal(cause)) {
                refused.add(new Refusal(event.id(), String.valueOf(cause.getMessage())));
            } else {
                broken.add(event.line());
                failure = String.valueOf(cause.getMessage());
            }
        }
        return new Sent(published, refused, failure);
    }

    private CompletableFuture<?> submit(WaitingEvent event) {
        try {
            return broker.send(event.message());
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private static boolean isPassingFailure(CompletableFuture<?> future) {
        if (!future.isCompletedExceptionally()) {
            return false;
        }
        var cause = failureOf(future, System.nanoTime());
        return cause != null && !isRefusal(cause);
    }

    private static @Nullable Throwable failureOf(CompletableFuture<?> future, long deadline) {
        try {
            future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return null;
        } catch (ExecutionException failure) {
            return rootOf(failure);
        } catch (TimeoutException late) {
            return late;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return stopping;
        }
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof InvalidTopicException
                || cause instanceof InvalidRecordException;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        for (var cause = root.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    /**
     * What became of a batch.
     *
     * @param published the broker has them
     * @param refused the broker will never take them
     * @param failure why some are still waiting; null if none is
     */
    record Sent(
            List<Long> published,
            List<Refusal> refused,
            @Nullable String failure) {}

    record Refusal(long id, String because) {}

    /** Takes a record; the future ends when the broker has it, or will not have it. */
    @FunctionalInterface
    interface Broker {

        CompletableFuture<?> send(ProducerRecord<String, byte[]> message);
    }
}
