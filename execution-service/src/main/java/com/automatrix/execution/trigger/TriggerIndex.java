package com.automatrix.execution.trigger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The triggers in force and the awaited events by event type, in memory because every event is looked up. */
@Component
class TriggerIndex {

    private final WorkflowVersionStore store;
    private final AwaitedEventStore awaitedEvents;
    private volatile Map<String, List<ActiveTrigger>> byEventType = Map.of();
    private volatile Map<String, List<AwaitedEvent>> awaitedByEventType = Map.of();

    TriggerIndex(WorkflowVersionStore store, AwaitedEventStore awaitedEvents) {
        this.store = store;
        this.awaitedEvents = awaitedEvents;
    }

    void reload() {
        byEventType = store.triggers().stream()
                .filter(trigger -> trigger.eventType() != null && !trigger.paused())
                .collect(Collectors.groupingBy(trigger -> String.valueOf(trigger.eventType())));
        awaitedByEventType = awaitedEvents.all().stream().collect(Collectors.groupingBy(AwaitedEvent::eventType));
    }

    List<ActiveTrigger> of(String eventType) {
        return byEventType.getOrDefault(eventType, List.of());
    }

    /** What executions may wait for among the events of that type. */
    List<AwaitedEvent> awaited(String eventType) {
        return awaitedByEventType.getOrDefault(eventType, List.of());
    }
}
