package com.automatrix.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox, in order: at once when a transaction of this process has committed, and every few
 * seconds whatever another process left behind.
 *
 * <p>All processes of a service share one lock in the database, so that one of them sends at a time and the order holds.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);

    private final OutboxTable table;
    private final OutboxSender sender;
    private final TransactionTemplate transaction;
    private final OutboxProperties properties;
    private final Counter published;
    private final Counter refused;
    private final AtomicLong waiting = new AtomicLong();
    private final Semaphore wake = new Semaphore(0);

    private volatile boolean running;
    private volatile boolean failing;
    private volatile @Nullable Thread thread;

    OutboxRelay(
            OutboxTable table,
            OutboxSender sender,
            TransactionTemplate transaction,
            OutboxProperties properties,
            MeterRegistry metrics) {
        this.table = table;
        this.sender = sender;
        this.transaction = transaction;
        this.properties = properties;
        Gauge.builder("automatrix.outbox.waiting", waiting, AtomicLong::get)
                .description("Events that the last attempt could not send")
                .register(metrics);
        this.published = published(metrics);
        this.refused = Counter.builder("automatrix.outbox.refused")
                .description("Events that the broker will never take")
                .register(metrics);
    }

    static Counter published(MeterRegistry metrics) {
        return Counter.builder("automatrix.outbox.published")
                .description("Events that the broker has taken")
                .register(metrics);
    }

    void wake() {
        wake.release();
    }

    /** Sends one batch; says whether more may be waiting. */
    boolean relayOnce() {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            table.lock();
            var events = table.waiting(properties.batch());
            var sent = sender.send(events, properties.patience());
            table.delete(sent.published());
            sent.refused().forEach(refusal -> table.refuse(refusal.id(), refusal.because()));
            count(sent);
            waiting.set(events.size() - sent.published().size() - sent.refused().size());
            note(sent.failure());
            return sent.failure() == null && events.size() == properties.batch();
        }));
    }

    private void count(OutboxSender.Sent sent) {
        published.increment(sent.published().size());
        refused.increment(sent.refused().size());
        for (var refusal : sent.refused()) {
            LOG.error("event refused outbox={} because=\"{}\"", refusal.id(), refusal.because());
        }
    }

    // An outage is said once, and so is its end.
    private void note(@Nullable String failure) {
        if (failure != null && !failing) {
            LOG.warn("outbox not emptied because=\"{}\"", failure);
        } else if (failure == null && failing) {
            LOG.info("outbox emptied again");
        }
        failing = failure != null;
    }

    private void relay() {
        while (running) {
            try {
                if (wake.tryAcquire(properties.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                relayAll();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                note(String.valueOf(failure.getMessage()));
            }
        }
    }

    private void relayAll() {
        boolean more = true;
        while (more) {
            more = relayOnce() && running;
        }
    }

    @Override
    public synchronized void start() {
        if (thread != null || !properties.enabled()) {
            return;
        }
        running = true;
        thread = Thread.ofVirtual().name("outbox-relay").start(this::relay);
    }

    // The relay empties the outbox once more before it ends, if the broker is there.
    @Override
    public synchronized void stop() {
        var relay = thread;
        if (relay == null) {
            return;
        }
        running = false;
        wake();
        try {
            if (!relay.join(STOP_PATIENCE)) {
                relay.interrupt();
                relay.join(STOP_PATIENCE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    // Started before and stopped after the listeners and the HTTP door, which append.
    @Override
    public int getPhase() {
        return 0;
    }
}
