package com.automatrix.local.bench;

import java.util.Map;

/** A published workflow and what its executions start with. */
public record Workflow(String id, Map<String, Object> input) {
    public Workflow {
        input = Map.copyOf(input);
    }
}
