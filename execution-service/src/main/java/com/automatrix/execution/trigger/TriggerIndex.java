package com.automatrix.execution.trigger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The triggers in force and the awaited events by event type, in memory because every event is looked up. They are read
 * when the first event after a change is: however much is published at once, it is read once.
 */
@Component
class TriggerIndex {

    private final WorkflowVersionStore store;
    private final AwaitedEventStore awaitedEvents;
    private volatile boolean stale = true;
    private volatile Map<String, List<ActiveTrigger>> byEventType = Map.of();
    private volatile Map<String, List<AwaitedEvent>> awaitedByEventType = Map.of();

    TriggerIndex(WorkflowVersionStore store, AwaitedEventStore awaitedEvents) {
        this.store = store;
        this.awaitedEvents = awaitedEvents;
    }

    /** After the commit of a change. */
    void changed() {
        stale = true;
    }

    /** The triggers that start executions for events of that type. */
    List<ActiveTrigger> of(String eventType) {
        refresh();
        return byEventType.getOrDefault(eventType, List.of());
    }

    /** What executions may wait for among the events of that type. */
    List<AwaitedEvent> awaited(String eventType) {
        refresh();
        return awaitedByEventType.getOrDefault(eventType, List.of());
    }

    private void refresh() {
        if (stale) {
            reload();
        }
    }

    private synchronized void reload() {
        // Before reading: what is committed meanwhile says so again.
        stale = false;
        try {
            byEventType = store.triggers().stream()
                    .filter(trigger -> trigger.eventType() != null && !trigger.paused())
                    .collect(Collectors.groupingBy(trigger -> String.valueOf(trigger.eventType())));
            awaitedByEventType = awaitedEvents.all().stream().collect(Collectors.groupingBy(AwaitedEvent::eventType));
        } catch (RuntimeException failure) {
            stale = true;
            throw failure;
        }
    }
}
