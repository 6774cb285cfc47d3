package com.automatrix.execution.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A real web server on this machine that remembers what it was asked. */
public final class WebServer implements AutoCloseable {

    /** What a path of it does. */
    @FunctionalInterface
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    /**
     * A request as it came.
     *
     * @param headers by their names in small letters
     */
    public record Received(String method, String uri, Map<String, String> headers, String body) {}

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    public WebServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** An address of it under any name that leads here. */
    public String url(String host, String path) {
        return "http://%s:%d%s".formatted(host, port(), path);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received last() {
        return received.getLast();
    }

    public WebServer on(String path, Behaviour behaviour) {
        server.createContext(path, exchange -> {
            try (exchange) {
                remember(exchange);
                behaviour.answer(exchange);
            }
        });
        return this;
    }

    /** Answers with this, and with headers in pairs of name and value. */
    public static Behaviour answering(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Behaviour redirecting(int status, String location) {
        return answering(status, "", "Location", location);
    }

    /** Says back whatever it was sent, as some servers do when they are debugged. */
    public Behaviour echoing() {
        return exchange -> answering(
                        200,
                        "{\"headers\": \"%s\", \"body\": \"%s\"}"
                                .formatted(
                                        last().headers().toString().replace("\"", "\\\""),
                                        last().body().replace("\"", "\\\"")),
                        "Content-Type",
                        "application/json",
                        "X-Echo",
                        last().headers().toString())
                .answer(exchange);
    }

    private void remember(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(", ", header.getValue())));
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
