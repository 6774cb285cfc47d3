package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.RunningParts;
import com.automatrix.local.ServiceName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * W6: the throughput of W3 while the step log grows to a million rows, or until the time is up. Past the gateway, whose
 * limit of requests a second would be met otherwise.
 */
record Growth() implements Shape {
    private static final int STEPS = 10;
    private static final int PORTION = 2_000;
    private static final List<Long> MARKS = List.of(0L, 100_000L, 250_000L, 500_000L, 750_000L, 1_000_000L);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public String id() {
        return "W6";
    }

    @Override
    public List<Row> measure(Surroundings surroundings) {
        var workflow = surroundings.workflows().publish("growing history", Definitions.inARow(STEPS));
        portion(surroundings, workflow);
        var end = System.nanoTime() + LONGEST.toNanos();
        var rows = new ArrayList<Row>();
        for (var mark : MARKS) {
            while (logRows(surroundings.parts()) < mark && System.nanoTime() < end) {
                portion(surroundings, workflow);
            }
            if (System.nanoTime() < end) {
                rows.add(row(surroundings, workflow));
            }
        }
        return rows;
    }

    private Row row(Surroundings surroundings, Workflow workflow) {
        var what = String.format(Locale.ROOT, "W3 past the gateway, %,d log rows", logRows(surroundings.parts()));
        var runs = new ArrayList<Map<Metric, Double>>();
        for (var i = 0; i < surroundings.runs(); i++) {
            runs.add(portion(surroundings, workflow));
        }
        return new Row(id(), what, runs, "");
    }

    private static Map<Metric, Double> portion(Surroundings surroundings, Workflow workflow) {
        var token = surroundings.session().hub().token();
        var port = surroundings.settings().ports().of(ServiceName.EXECUTION);
        var door = Door.to("http://localhost:" + port, token, workflow);
        var before = surroundings.ends().completed(workflow);
        try (var load = new Load()) {
            var meter = Meter.start(surroundings.parts());
            load.run(PORTION, door::start);
            surroundings.ends().await(workflow, before + PORTION, PATIENCE);
            return meter.stop(PORTION, STEPS);
        }
    }

    private static long logRows(RunningParts parts) {
        try (var connection = parts.postgres("execution");
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT count(*) FROM execution_logs")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw new Failure("Expected to count the log rows, but: " + failure.getMessage(), failure);
        }
    }
}
