package com.automatrix.platform.outbox;

import com.automatrix.platform.outbox.OutboxSender.Broker;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Stores the events in the relay's table, and keeps in mind which of them the broker has. */
final class JdbcPromptOutbox implements PromptOutbox {

    /** How long the relay leaves an event to its writer. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final Broker broker;
    private final InstantSource clock;
    private final Counter published;
    /** Rows whose events the broker has. */
    private final Set<Long> arrived = ConcurrentHashMap.newKeySet();

    JdbcPromptOutbox(OutboxTable table, Broker broker, InstantSource clock, Counter published) {
        this.table = table;
        this.broker = broker;
        this.clock = clock;
        this.published = published;
    }

    @Override
    public Stored append(List<ProducerRecord<String, byte[]>> messages) {
        var removed = List.copyOf(arrived);
        table.delete(removed);
        return new Stored(table.insert(messages, clock.instant().plus(GRACE)), messages, removed);
    }

    @Override
    public void send(Stored stored) {
        stored.removed().forEach(arrived::remove);
        var sendings = new ArrayList<CompletableFuture<?>>();
        for (var message : stored.messages()) {
            var sending = submit(message);
            sendings.add(sending);
            if (sending.isCompletedExceptionally()) {
                // Each of the others would wait as long for a broker that is away: they are left to the relay.
                break;
            }
        }
        var _ = CompletableFuture.allOf(sendings.toArray(CompletableFuture[]::new))
                .thenRun(() -> {
                    arrived.addAll(stored.ids());
                    published.increment(stored.ids().size());
                });
    }

    @Override
    public void removeArrived() {
        var removed = List.copyOf(arrived);
        table.delete(removed);
        removed.forEach(arrived::remove);
    }

    private CompletableFuture<?> submit(ProducerRecord<String, byte[]> message) {
        try {
            return broker.send(message);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
