package com.automatrix.local.journey;

import java.util.List;
import java.util.Map;

/** Small workflows that start on a lead. */
final class EventWorkflows {
    private EventWorkflows() {}

    /** One step that repeats what the customer wrote. */
    static Map<String, Object> echo() {
        return RunningSystem.definition(
                List.of(Map.of("id", "lead", "type", "event", "eventType", RunningSystem.LEAD_TYPE)),
                List.of(RunningSystem.transform("echo", Map.of("said", "{{ input.comments }}"))),
                List.of());
    }
}
