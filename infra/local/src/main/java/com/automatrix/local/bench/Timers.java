package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** W9: many executions that wait until the same moment, from that moment to the last end. */
record Timers() implements Shape {
    private static final String WHAT = "5,000 timers due at once, one step each";
    private static final int WAITING = 5_000;
    private static final int WARM_UP = 1_000;
    private static final Duration UNTIL_DUE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(1);

    @Override
    public String id() {
        return "W9";
    }

    @Override
    public List<Row> measure(Surroundings surroundings) {
        var workflow = surroundings.workflows().publish("a wait", Definitions.waiting());
        run(surroundings, workflow, WARM_UP);
        var runs = new ArrayList<Map<Metric, Double>>();
        for (var i = 0; i < surroundings.runs(); i++) {
            runs.add(run(surroundings, workflow, WAITING));
        }
        return List.of(new Row(id(), WHAT, runs, ""));
    }

    private static Map<Metric, Double> run(Surroundings surroundings, Workflow workflow, int count) {
        var due = Instant.now().plus(UNTIL_DUE);
        var waiting = new Workflow(workflow.id(), Map.of("until", due.toString()));
        var door = Door.to(
                surroundings.settings().url(), surroundings.session().hub().token(), waiting);
        var before = surroundings.ends().completed(workflow);
        try (var load = new Load()) {
            load.run(count, door::start);
        }
        if (!Instant.now().isBefore(due)) {
            throw new Failure("Expected " + count + " executions to be started within " + UNTIL_DUE.toSeconds()
                    + " s, before their timers are due, but they were not.");
        }
        Waiting.until(UNTIL_DUE, PAUSE, () -> !Instant.now().isBefore(due));
        var meter = Meter.start(surroundings.parts());
        surroundings.ends().await(workflow, before + count, PATIENCE);
        return meter.stop(count, 1);
    }
}
