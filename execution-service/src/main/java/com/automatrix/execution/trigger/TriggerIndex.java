package com.automatrix.execution.trigger;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The triggers in force by event type, kept in memory because every event is looked up. */
@Component
class TriggerIndex {

    private final WorkflowVersionStore store;
    private volatile Map<String, List<ActiveTrigger>> byEventType = Map.of();

    TriggerIndex(WorkflowVersionStore store) {
        this.store = store;
    }

    void reload() {
        byEventType = store.triggers().stream()
                .filter(trigger -> trigger.eventType() != null)
                .collect(Collectors.groupingBy(trigger -> String.valueOf(trigger.eventType())));
    }

    List<ActiveTrigger> of(String eventType) {
        return byEventType.getOrDefault(eventType, List.of());
    }
}
