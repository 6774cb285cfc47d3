package com.automatrix.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A service as the gateway sees it: a real HTTP server that answers what a test tells it to. */
public final class Downstream implements AutoCloseable {

    /** What arrived. */
    public record Received(String method, String uri, Headers headers, String body) {}

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Map<String, HttpHandler> fixed = new ConcurrentHashMap<>();
    private volatile HttpHandler behaviour;

    public Downstream(String name) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        behaviour = answering(200, "application/json", "{\"service\":\"%s\"}".formatted(name));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Answers one path always in the same way, without noting that it was asked. */
    public void fix(String path, HttpHandler handler) {
        fixed.put(path, handler);
    }

    /** From now on; a behaviour that reads the request does so before {@link #take} sees it. */
    public void behave(HttpHandler handler) {
        received.clear();
        behaviour = handler;
    }

    /** The next request that arrived. */
    public Received take() throws InterruptedException {
        return received.take();
    }

    public boolean gotNothing() {
        return received.isEmpty();
    }

    public static HttpHandler answering(int status, String type, String body) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        var always = fixed.get(exchange.getRequestURI().getPath());
        if (always != null) {
            always.handle(exchange);
            return;
        }
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        received.add(new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        behaviour.handle(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
