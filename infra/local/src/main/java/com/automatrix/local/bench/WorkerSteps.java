package com.automatrix.local.bench;

import java.util.List;
import java.util.Map;

/** W5: each step goes over Kafka to a worker and back. */
record WorkerSteps() implements Shape {
    static final String STEP_TYPE = "bench.echo";
    private static final String WHAT = "ten worker steps in a row";
    private static final int STEPS = 10;

    @Override
    public String id() {
        return "W5";
    }

    @Override
    public List<Row> measure(Surroundings surroundings) {
        if (!surroundings.workflows().canRun(STEP_TYPE)) {
            return List.of(Row.notAvailable(id(), WHAT, "step type " + STEP_TYPE + " is unknown"));
        }
        var definition = Definitions.inARow(STEPS, STEP_TYPE, Map.of("value", "{{ input.n }}"));
        return new Executions(id(), WHAT, definition, STEPS, 100, 500, false).measure(surroundings);
    }
}
