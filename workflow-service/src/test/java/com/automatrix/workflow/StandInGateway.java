package com.automatrix.workflow;

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
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A small real HTTP server where the service expects the gateway; execution-service answers as it is told here. */
public final class StandInGateway {

    private static final StandInGateway INSTANCE = new StandInGateway();

    private final HttpServer server;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int failing;

    private StandInGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    public static StandInGateway instance() {
        return INSTANCE;
    }

    /** Tells a context of tests where the stand-in is, unless the test has one of its own. */
    static final class Wiring implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("AUTOMATRIX_GATEWAY_URL=http://localhost:"
                            + INSTANCE.server.getAddress().getPort())
                    .applyTo(context);
        }
    }

    /** What the service asked. */
    public record Call(String method, String uri, String authorization, String body) {}

    /** So many executions of the workflow go on, in two versions. */
    public void runs(String workflowId, int executions) {
        running.put(workflowId, executions);
    }

    /** Answers everything with that status; 0 answers as it should. */
    public void failsWith(int status) {
        failing = status;
    }

    public List<Call> callsFor(String workflowId) {
        return calls.stream()
                .filter(call -> call.uri().contains(workflowId) || call.body().contains(workflowId))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Call call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        calls.add(call);
        byte[] body = answer(call).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(failing == 0 ? 200 : failing, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String answer(Call call) {
        if (call.method().equals("POST")) {
            return "{\"cancelled\": 2}";
        }
        int total = running.entrySet().stream()
                .filter(entry -> call.uri().endsWith(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return total == 0
                ? "{\"items\": []}"
                : "{\"items\": [{\"version\": 2, \"total\": 1, \"running\": 1}, {\"version\": 1, \"total\": %d}]}"
                        .formatted(total - 1);
    }
}
