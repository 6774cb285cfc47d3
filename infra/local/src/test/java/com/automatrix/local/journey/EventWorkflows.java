package com.automatrix.local.journey;

import java.util.List;
import java.util.Map;

/** Small workflows that start on a lead. */
final class EventWorkflows {
    private static final List<Object> TRIGGERS =
            List.of(Map.of("id", "lead", "type", "event", "eventType", RunningSystem.LEAD_TYPE));

    private EventWorkflows() {}

    /** One step that a local model answers. */
    static Map<String, Object> classify() {
        var look = Map.of(
                "id",
                "look",
                "type",
                "ai.classify",
                "config",
                Map.of("text", "{{ input.comments }}", "labels", List.of("buy", "sell")));
        return RunningSystem.definition(TRIGGERS, List.of(look), List.of());
    }

    /** One step that repeats what the customer wrote. */
    static Map<String, Object> echo() {
        return RunningSystem.definition(
                TRIGGERS, List.of(RunningSystem.transform("echo", Map.of("said", "{{ input.comments }}"))), List.of());
    }
}
