package com.automatrix.local.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers each request as it was told to, and remembers who asked. */
final class ScriptedGateway implements AutoCloseable {
    private record Reply(int status, String body) {}

    /** Those that the system hands out by itself are too high for a gateway. */
    private static final int FIRST_PORT = 23_000;

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();

    ScriptedGateway() throws IOException {
        server = atFreePort(FIRST_PORT);
        server.createContext("/", this::answer);
        server.start();
    }

    private static HttpServer atFreePort(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException taken) {
            return atFreePort(port + 1);
        }
    }

    String url() {
        return "http://localhost:" + port();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Answers a request, as {@code GET /api/workflows}, so from now on. */
    void answers(String request, int status, String body) {
        replies.put(request, new Reply(status, body));
    }

    /** The Authorization header of each request so far; empty where there was none. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            authorizations.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                    .orElse(""));
            var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var reply = replies.getOrDefault(asked, new Reply(404, "{\"detail\": \"No reply to " + asked + "\"}"));
            exchange.getRequestBody().readAllBytes();
            var body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
