package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.RunningParts;
import com.automatrix.local.Settings;
import com.automatrix.local.client.LeadDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** ./automatrix bench leads: ADF documents over HTTP, until each has become an event. */
public final class LeadBench {
    private static final String WHAT = "ADF documents over HTTP, 32 clients, until each is an event";
    private static final String NOTE = "Each document is a lead of its own, through the gateway. Medians of the runs.";
    private static final int WARM_UP = 500;
    private static final int DOCUMENTS = 3_000;
    private static final int RUNS = 3;
    private static final double NANOS = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private LeadBench() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(measure(Settings.of(System.getenv())).text());
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static Report measure(Settings settings) {
        var machine = Machine.here();
        var session = new Session(settings);
        var parts = new RunningParts(settings);
        try (var events = new LeadEvents(parts.kafka())) {
            send(session, events, WARM_UP);
            var runs = new ArrayList<Map<Metric, Double>>();
            for (var i = 0; i < RUNS; i++) {
                runs.add(timed(session, events));
            }
            return new Report(machine, List.of(new Row("leads", WHAT, runs, "")), NOTE, 0);
        }
    }

    private static Map<Metric, Double> timed(Session session, LeadEvents events) {
        var begin = System.nanoTime();
        send(session, events, DOCUMENTS);
        var seconds = (System.nanoTime() - begin) / NANOS;
        var figures = new EnumMap<Metric, Double>(Metric.class);
        figures.put(Metric.DOCUMENTS_PER_SECOND, DOCUMENTS / seconds);
        figures.put(Metric.SECONDS, seconds);
        return figures;
    }

    private static void send(Session session, LeadEvents events, int count) {
        var run = UUID.randomUUID().toString();
        var number = new AtomicInteger();
        var door = session.hub();
        try (var load = new Load()) {
            load.run(
                    count,
                    () -> door.expect(
                            door.postText(
                                    "/api/leads", "application/xml", LeadDocument.of(run, number.incrementAndGet())),
                            "sending a lead"));
        }
        events.await(run, count, PATIENCE);
    }
}
