package com.automatrix.execution.trigger;

import com.automatrix.execution.messaging.OutboxBatch;
import com.automatrix.execution.trigger.EventReceipts.Receipt;
import com.automatrix.platform.trace.Correlation;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts executions for a batch of events: the receipts, the pending executions and their starts in one transaction. */
@Component
class EventRouting {

    private final TriggerMatcher matcher;
    private final EventReceipts receipts;
    private final TriggeredStarts starts;
    private final List<EventObserver> observers;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final MeterRegistry meters;

    EventRouting(
            TriggerMatcher matcher,
            EventReceipts receipts,
            TriggeredStarts starts,
            List<EventObserver> observers,
            TransactionTemplate transaction,
            InstantSource clock,
            MeterRegistry meters) {
        this.matcher = matcher;
        this.receipts = receipts;
        this.starts = starts;
        this.observers = List.copyOf(observers);
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    void route(List<IncomingEvent> incoming) {
        Instant now = clock.instant();
        Map<Receipt, IncomingEvent> distinct = new LinkedHashMap<>();
        incoming.forEach(event -> distinct.putIfAbsent(Receipt.of(event.event()), event));

        OutboxBatch batch = transaction.execute(status -> {
            Set<Receipt> fresh = receipts.note(distinct.keySet(), now);
            count("duplicate", incoming.size() - fresh.size());
            distinct.keySet().retainAll(fresh);
            distinct.values().forEach(this::tell);
            return starts.append(match(distinct, now), now);
        });

        if (batch != null) {
            starts.send(batch);
        }
    }

    private void tell(IncomingEvent event) {
        observers.forEach(observer -> observer.observe(event.event(), event.data()));
    }

    private Map<IncomingEvent, List<ActiveTrigger>> match(Map<Receipt, IncomingEvent> fresh, Instant now) {
        Map<IncomingEvent, List<ActiveTrigger>> matches = new LinkedHashMap<>();
        for (IncomingEvent event : fresh.values()) {
            Correlation.run(event.correlationId(), () -> matches.put(event, matcher.match(event, now)));
        }
        matches.values().forEach(triggers -> count(triggers.isEmpty() ? "unmatched" : "matched", 1));
        return matches;
    }

    private void count(String outcome, int events) {
        meters.counter("automatrix.events", "outcome", outcome).increment(events);
    }
}
