package com.automatrix.local.client;

import com.automatrix.local.Failure;
import com.automatrix.local.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** W1: start to end of a one-step workflow over the API by one client on an idle system. Prints, asserts nothing. */
public final class Bench {
    private static final int WARM_UP = 200;
    private static final int MEASURED = 500;
    private static final double MILLION = 1e6;

    private Bench() {}

    public static void main(String[] arguments) {
        try {
            run(Settings.of(System.getenv()));
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static void run(Settings settings) {
        var hub = Hub.signedIn(settings);
        var path = "/api/workflows/" + publishOneStep(hub) + "/execute";
        for (var i = 0; i < WARM_UP; i++) {
            execute(hub, path);
        }
        var nanos = new long[MEASURED];
        for (var i = 0; i < MEASURED; i++) {
            var begin = System.nanoTime();
            execute(hub, path);
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "W1 one-step workflow, 1 client, %d executions: p50 %.1f ms, p99 %.1f ms (%s)%n",
                MEASURED, nanos[MEASURED / 2] / MILLION, nanos[MEASURED * 99 / 100] / MILLION, machine());
    }

    private static String publishOneStep(Hub hub) {
        Map<String, Object> definition = Map.of(
                "specVersion",
                "1",
                "triggers",
                List.of(),
                "nodes",
                List.of(Map.of(
                        "id",
                        "greet",
                        "type",
                        "data.transform",
                        "config",
                        Map.of("value", Map.of("greeting", "Hello {{ input.name }}")))),
                "edges",
                List.of());
        var draft = Map.of("name", "Bench: one step", "category", "SYSTEM", "definition", definition);
        var id = hub.expect(hub.post("/api/workflows", draft), "creating the workflow")
                .path("id")
                .asString();
        hub.expect(hub.post("/api/workflows/" + id + "/publish", Map.of()), "publishing the workflow");
        return id;
    }

    private static void execute(Hub hub, String path) {
        var answer = hub.post(path, Map.of("input", Map.of("name", "Jane")), Map.of("Prefer", "wait=20"));
        var status = hub.expect(answer, "executing the workflow").path("status").asString();
        if (!status.equals("COMPLETED")) {
            throw new Failure("Expected the execution to complete, but it is " + status + ": " + answer.body() + ".");
        }
    }

    private static String machine() {
        return "%s %s, %d processors, Java %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version());
    }
}
