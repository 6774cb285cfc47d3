package com.automatrix.local.bench;

import com.automatrix.local.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Executions of one workflow: how long each takes when one client waits for it, how many end in a second when many
 * clients start them, or both.
 *
 * @param steps of the workflow
 * @param oneByOne how many one client executes in a run, none if latency is not asked for
 * @param atOnce how many are started at once in a run, none if throughput is not asked for
 * @param direct past the gateway, to execution-service's own port
 */
record Executions(
        String id, String what, Map<String, Object> definition, int steps, int oneByOne, int atOnce, boolean direct)
        implements Shape {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final double MILLION = 1e6;
    // The compilers of fresh processes need this many requests before the figures stop falling.
    private static final int WARM_UP_RUNS = 2;

    Executions {
        definition = Map.copyOf(definition);
    }

    static Executions oneByOne(String id, String what, Map<String, Object> definition, int steps, int count) {
        return new Executions(id, what, definition, steps, count, 0, false);
    }

    static Executions atOnce(String id, String what, Map<String, Object> definition, int steps, int count) {
        return new Executions(id, what, definition, steps, 0, count, false);
    }

    Executions directly() {
        return new Executions(id, what + ", past the gateway", definition, steps, oneByOne, atOnce, true);
    }

    @Override
    public List<Row> measure(Surroundings surroundings) {
        var workflow = surroundings.workflows().publish(what, definition);
        var ports = surroundings.settings().ports();
        var url = direct
                ? "http://localhost:" + ports.of(ServiceName.EXECUTION)
                : surroundings.settings().url();
        var door = Door.to(url, surroundings.session().hub().token(), workflow);
        run(surroundings, workflow, door, oneByOne, atOnce * WARM_UP_RUNS);
        var runs = new ArrayList<Map<Metric, Double>>();
        for (var i = 0; i < surroundings.runs(); i++) {
            runs.add(run(surroundings, workflow, door, oneByOne, atOnce));
        }
        return List.of(new Row(id, what, runs, ""));
    }

    private Map<Metric, Double> run(
            Surroundings surroundings, Workflow workflow, Door door, int single, int concurrent) {
        var figures = new EnumMap<Metric, Double>(Metric.class);
        if (single > 0) {
            figures.putAll(latency(door, single));
        }
        if (concurrent > 0) {
            figures.putAll(throughput(surroundings, workflow, door, concurrent));
        }
        return figures;
    }

    private static Map<Metric, Double> latency(Door door, int count) {
        var nanos = new long[count];
        for (var i = 0; i < count; i++) {
            var begin = System.nanoTime();
            door.execute();
            nanos[i] = System.nanoTime() - begin;
        }
        return Map.of(
                Metric.P50_MS, Statistics.percentile(nanos, 50) / MILLION,
                Metric.P99_MS, Statistics.percentile(nanos, 99) / MILLION);
    }

    private Map<Metric, Double> throughput(Surroundings surroundings, Workflow workflow, Door door, int count) {
        var before = surroundings.ends().completed(workflow);
        try (var load = new Load()) {
            var meter = Meter.start(surroundings.parts());
            load.run(count, door::start);
            surroundings.ends().await(workflow, before + count, PATIENCE);
            return meter.stop(count, steps);
        }
    }
}
