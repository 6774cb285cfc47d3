package com.automatrix.workflow.testing;

import com.automatrix.contracts.json.ContractJson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A small real HTTP server where the service expects the gateway. Unless told otherwise, every test passes. */
final class StandInGateway {

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** What the service asked. */
    record Call(String method, String path, String authorization, String correlationId, String body) {

        JsonNode json() {
            return ContractJson.events().readTree(body);
        }
    }

    /** What it is answered. */
    record Answer(int status, String body) {}

    StandInGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void answers(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
    }

    /** Forgets what it was told and what it was asked. */
    void reset() {
        answers.clear();
        calls.clear();
    }

    List<Call> calls() {
        return calls;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Call call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                header(exchange, "Authorization"),
                header(exchange, "X-Correlation-Id"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        Answer told = answers.get(call.path());
        Answer answer = told == null ? new Answer(200, passed(call)) : told;
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", answer.status() < 300 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String passed(Call call) {
        return call.json()
                .path("cases")
                .valueStream()
                .map(test -> """
                        {"name": %s, "passed": true, "failures": [], "status": "COMPLETED", "output": {"a": null},
                         "startedAt": "2026-03-02T18:00:00Z", "endedAt": "2026-03-02T18:00:05Z",
                         "steps": [{"stepRunId": "greet", "handles": ["out"]}], "later": 1}""".formatted(test.path("name")))
                .collect(Collectors.joining(",", "{\"results\": [", "]}"));
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
