package com.automatrix.local.bench;

import java.util.Map;

/** A published workflow and what its executions start with. */
record Workflow(String id, Map<String, Object> input) {
    Workflow {
        input = Map.copyOf(input);
    }
}
