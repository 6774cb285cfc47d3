package com.automatrix.template.instantiation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A small real HTTP server where the service expects the gateway. */
final class StandInGateway implements AutoCloseable {

    static final String WORKFLOW_ID = "0190a000-0000-7000-8000-00000000cafe";

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Answer answer = created();

    /** What the service asked. */
    record Call(String method, String path, String authorization, String correlationId, String key, String body) {}

    /** What it is answered. */
    record Answer(int status, String contentType, String body) {}

    StandInGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void answers(int status, String body) {
        answer = new Answer(status, "application/problem+json", body);
    }

    void answersCreated() {
        answer = created();
    }

    Call lastCall() {
        return calls.getLast();
    }

    int calls() {
        return calls.size();
    }

    private static Answer created() {
        return new Answer(201, "application/json", """
                {"id": "%s", "name": "My leads", "status": "DRAFT", "revision": 1}""".formatted(WORKFLOW_ID));
    }

    private void handle(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                header(exchange, "Authorization"),
                header(exchange, "X-Correlation-Id"),
                header(exchange, "Idempotency-Key"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
