package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import com.automatrix.local.Settings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** ./automatrix bench history: how fast two million rows of history are listed and shown, through the gateway. */
public final class HistoryBench {
    private static final int WARM_UP = 10;
    private static final int REQUESTS = 50;
    private static final double MILLION = 1e6;
    private static final String FIRST_WORKFLOW = "00000000-0000-4000-8000-000000000000";
    private static final String RARE_WORKFLOW = "00000000-0000-4000-8000-000000000007";
    private static final String RANGE = "from=2001-02-10T00:00:00Z&to=2001-02-11T00:00:00Z";
    private static final String OLD = "to=2001-05-01T00:00:00Z";

    private HistoryBench() {}

    public static void main(String[] arguments) {
        try {
            run(Settings.of(System.getenv()), HistoryOptions.read(List.of(arguments)));
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings, HistoryOptions options) {
        switch (options.work()) {
            case FILL -> fill(settings, options);
            case DROP -> MadeUpHistory.drop(settings);
            case MEASURE, MEASURE_AND_DROP -> {
                var report = measure(settings, options);
                System.out.println(options.json() ? report.json() : report.text());
            }
        }
    }

    private static void fill(Settings settings, HistoryOptions options) {
        try (var history = MadeUpHistory.of(settings, options)) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d executions with %,d step-log rows are made up.%n",
                    options.executions(),
                    history.logRows());
        }
    }

    private static Report measure(Settings settings, HistoryOptions options) {
        var machine = Machine.here();
        var session = new Session(settings);
        System.err.println("Making up " + options.executions() + " executions ...");
        try (var history = MadeUpHistory.of(settings, options)) {
            var rows = new ArrayList<Row>();
            lists(history).forEach((what, query) -> rows.add(row("list", what, "/api/executions?" + query, session)));
            details(history, session).forEach((what, path) -> rows.add(row("detail", what, path, session)));
            var note = String.format(
                    Locale.ROOT,
                    "%,d executions with %,d step-log rows; pages of 50, logs of 200; %d requests each, through the gateway.",
                    options.executions(),
                    history.logRows(),
                    REQUESTS);
            return new Report(machine, rows, note, 0);
        }
    }

    /** Each filter, where it finds much and where it finds little, and where the newest do not fit. */
    private static Map<String, String> lists(MadeUpHistory history) {
        var all = new LinkedHashMap<String, String>();
        all.put("all", "");
        all.put("a page deep inside", "cursor=" + cursor(history.one()));
        all.put("workflow, half of all", "workflowId=" + FIRST_WORKFLOW);
        all.put("workflow, a fortieth", "workflowId=" + RARE_WORKFLOW);
        all.put("workflow and its oldest version", "workflowId=" + FIRST_WORKFLOW + "&version=1");
        all.put("completed", "status=COMPLETED");
        all.put("failed", "status=FAILED");
        all.put("waiting, failed or cancelled", "status=WAITING&status=FAILED&status=CANCELLED");
        all.put("pending, of which there is none", "status=PENDING");
        all.put("failed, of a workflow without failures", "status=FAILED&workflowId=" + FIRST_WORKFLOW);
        all.put("trigger: event", "trigger=EVENT");
        all.put("trigger: webhook, of which there is none", "trigger=WEBHOOK");
        all.put("event type", "eventType=com.automatrix.lead.received.v1");
        all.put("event type of which there is none", "eventType=com.automatrix.recall.published.v1");
        all.put("a day", RANGE);
        all.put("a day, failed, by an event", RANGE + "&status=FAILED&trigger=EVENT");
        all.put("correlation id", "correlationId=corr-02-777");
        all.put("business key, ten executions", "businessKey=vin777");
        all.put("business key by its name", "businessKey=vin:vin777");
        all.put("business key of all executions", "businessKey=service&" + OLD);
        all.put("business key of all, and failed", "businessKey=service&status=FAILED");
        all.put("business key that is unknown", "businessKey=nobody");
        all.put("words of all errors", "text=connection+timed+out");
        all.put("words of one error", "text=ref+7794");
        all.put("words of all errors, oldest version", "text=timed&workflowId=" + RARE_WORKFLOW + "&version=1");
        all.put("words of no error", "text=unheard");
        return all;
    }

    private static Map<String, String> details(MadeUpHistory history, Session session) {
        var one = "/api/executions/" + history.one();
        var last = "/api/executions/" + history.last();
        var middle = session.hub()
                .expect(session.hub().get(last + "/logs?limit=200"), "reading the log")
                .path("nextCursor")
                .asString();
        var all = new LinkedHashMap<String, String>();
        all.put("execution", one);
        all.put("its log", one + "/logs?limit=200");
        all.put("log of 10,000 step runs, first page", last + "/logs?limit=200");
        all.put("log of 10,000 step runs, second page", last + "/logs?limit=200&cursor=" + middle);
        all.put("figures of a day by the hour", "/api/executions/metrics?" + RANGE);
        all.put(
                "figures of three months by the day",
                "/api/executions/metrics?from=2001-01-01T00:00:00Z&to=2001-04-01T00:00:00Z&bucket=DAY");
        return all;
    }

    private static String cursor(UUID id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Row row(String shape, String what, String path, Session session) {
        request(path, session, WARM_UP);
        var nanos = request(path, session, REQUESTS);
        var figures = Map.of(
                Metric.P50_MS, Statistics.percentile(nanos, 50) / MILLION,
                Metric.P99_MS, Statistics.percentile(nanos, 99) / MILLION);
        return new Row(shape, what, List.of(figures), "");
    }

    private static long[] request(String path, Session session, int count) {
        var hub = session.hub();
        var nanos = new long[count];
        for (var i = 0; i < count; i++) {
            var begin = System.nanoTime();
            hub.expect(hub.get(path), "GET " + path);
            nanos[i] = System.nanoTime() - begin;
        }
        return nanos;
    }
}
