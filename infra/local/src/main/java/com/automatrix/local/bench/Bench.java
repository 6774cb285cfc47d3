package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.RunningParts;
import com.automatrix.local.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ./automatrix bench engine: measures the running system and prints one table. */
public final class Bench {
    private static final int CONNECTIONS = Load.CLIENTS * 2;
    private static final String NOTE = """
            Medians of the runs. CPU s and KiB written are for 1,000 steps, of all processes of the system together.
            Every step is durable and searchable before it is told; the fsync is shared by the batch.""";
    private static final List<Shape> SHAPES = List.of(
            Executions.oneByOne("W1", "one step, one client", Definitions.inARow(1), 1, 400),
            Executions.oneByOne("W2", "ten steps in a row, one client", Definitions.inARow(10), 10, 300),
            Executions.atOnce("W3", "2,000 executions of W2, 32 clients", Definitions.inARow(10), 10, 2_000),
            Executions.atOnce("W3", "2,000 executions of W2, 32 clients", Definitions.inARow(10), 10, 2_000)
                    .directly(),
            Executions.oneByOne("W4", "40 parallel steps, one client", Definitions.parallel(40), 40, 100),
            new WorkerSteps(),
            new Burst(),
            Executions.oneByOne("W8", "40 steps in a row, one client", Definitions.inARow(40), 40, 100),
            new Timers());

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment) {
        try {
            var options = Options.read(arguments);
            var settings = Settings.of(environment);
            var report = options.ceiling() ? Ceiling.measure(settings, options.runs()) : measure(settings, options);
            System.out.println(options.json() ? report.json() : report.text());
            return 0;
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    private static Report measure(Settings settings, Options options) {
        Door.keepConnections(CONNECTIONS);
        var machine = Machine.here();
        var session = new Session(settings);
        var parts = new RunningParts(settings);
        try (var workflows = new Workflows(session);
                var ends = new Ends(parts.kafka());
                var heap = new HeapWatch(settings)) {
            var surroundings = new Surroundings(settings, parts, session, workflows, ends, options.runs());
            var rows = new ArrayList<Row>();
            for (var shape : wanted(options)) {
                System.err.println("Measuring " + shape.id() + " ...");
                rows.addAll(shape.measure(surroundings));
            }
            return new Report(machine, rows, NOTE, heap.peakMib());
        }
    }

    private static List<Shape> wanted(Options options) {
        var wanted = new ArrayList<Shape>();
        SHAPES.stream().filter(shape -> options.wants(shape.id())).forEach(wanted::add);
        if (options.grows() && options.wants("W6")) {
            wanted.add(new Growth());
        }
        if (wanted.isEmpty()) {
            throw new Failure("Expected something to measure, but W6 is only measured with --long.");
        }
        return wanted;
    }
}
