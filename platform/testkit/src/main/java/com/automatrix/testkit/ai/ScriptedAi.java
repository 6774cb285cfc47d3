package com.automatrix.testkit.ai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real HTTP server that speaks OpenAI's API, {@code /v1/chat/completions} and {@code /v1/responses}: whole or streamed,
 * with structured output, tool calls and usage. Without a script it answers every request sensibly and always the same
 * way. A script is, in this order: one that was queued, the header {@code X-Scripted}, or the model's name after {@code
 * scripted-}, such as {@code scripted-429}.
 */
public final class ScriptedAi implements AutoCloseable {

    /** What a script can be; {@code delay-2000} waits that many milliseconds before a good answer. */
    public static final List<String> SCRIPTS = List.of(
            "ok",
            "400",
            "401",
            "403",
            "404",
            "429",
            "500",
            "503",
            "slow",
            "cut",
            "malformed",
            "empty",
            "truncated",
            "refused",
            "not-json",
            "wrong-schema",
            "wrong-then-right",
            "invented",
            "invented-then-right",
            "forbidden",
            "delay-2000");

    private static final String PREFIX = "scripted-";
    private static final Duration DRIP = Duration.ofSeconds(1);
    private static final int DRIPS = 300;
    private static final int BACKLOG = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<String> queued = new ArrayDeque<>();
    private final Map<String, String> replies = new LinkedHashMap<>();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    private ScriptedAi(HttpServer server) {
        this.server = server;
    }

    /**
     * A request that came in.
     *
     * @param script what was done with it
     */
    public record Asked(String path, String model, String script, JsonNode body) {}

    /** Listens on that port of this machine alone; 0: on any that is free. */
    public static ScriptedAi start(int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var ai = new ScriptedAi(HttpServer.create(address, BACKLOG));
            ai.server.setExecutor(ai.threads);
            ai.server.createContext("/", ai::handle);
            ai.server.start();
            return ai;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens on the port that is the only argument until the process ends. */
    public static void main(String[] arguments) {
        start(Integer.parseInt(arguments[0]));
    }

    /** What a client takes as its base URL. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    /** The next requests follow these scripts, one each, whatever their model is. */
    public ScriptedAi next(String... scripts) {
        synchronized (queued) {
            queued.addAll(Arrays.asList(scripts));
        }
        return this;
    }

    /** Requests with that text anywhere in their messages get that answer. */
    public ScriptedAi reply(String contained, String answer) {
        synchronized (replies) {
            replies.put(contained, answer);
        }
        return this;
    }

    /** All that came in, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How many requests were being answered at once, at most. */
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Forgets scripts, replies and what came in. */
    public void reset() {
        synchronized (queued) {
            queued.clear();
        }
        synchronized (replies) {
            replies.clear();
        }
        asked.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean isChat = path.endsWith("/chat/completions");
            if (path.endsWith("/models")) {
                send(
                        exchange,
                        200,
                        Wire.models(SCRIPTS.stream().map(PREFIX::concat).toList()));
            } else if (isChat || path.endsWith("/responses")) {
                answer(exchange, isChat);
            } else {
                send(exchange, 404, Wire.error("There is nothing at " + path + ".", "invalid_request_error"));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, boolean isChat) throws IOException, InterruptedException {
        JsonNode body;
        try {
            body = JSON.readTree(exchange.getRequestBody().readAllBytes());
        } catch (JacksonException e) {
            send(exchange, 400, Wire.error("The body is not JSON.", "invalid_request_error"));
            return;
        }
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            answer(exchange, isChat, body);
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private void answer(HttpExchange exchange, boolean isChat, JsonNode body) throws IOException, InterruptedException {
        Prompt prompt = isChat ? Prompt.ofChat(body) : Prompt.ofResponses(body);
        String script = script(exchange, prompt.model());
        asked.add(new Asked(exchange.getRequestURI().getPath(), prompt.model(), script, body));
        if (script.matches("[45]\\d\\d")) {
            refuse(exchange, Integer.parseInt(script));
            return;
        }
        if (script.startsWith("delay-")) {
            Thread.sleep(Long.parseLong(script.substring("delay-".length())));
        }
        String known = reply(body);
        Reply reply = known == null ? Reply.to(prompt, script) : Reply.of(known);
        switch (script) {
            case "slow" -> drip(exchange);
            case "cut" -> cut(exchange, whole(isChat, prompt, reply));
            case "malformed" -> malformed(exchange, prompt.stream());
            default -> good(exchange, isChat, prompt, reply);
        }
    }

    private String script(HttpExchange exchange, String model) {
        synchronized (queued) {
            String next = queued.poll();
            if (next != null) {
                return next;
            }
        }
        String header = exchange.getRequestHeaders().getFirst("X-Scripted");
        if (header != null) {
            return header;
        }
        return model.startsWith(PREFIX) ? model.substring(PREFIX.length()) : "ok";
    }

    private @Nullable String reply(JsonNode body) {
        synchronized (replies) {
            if (replies.isEmpty()) {
                return null;
            }
            String text = body.toString();
            return replies.entrySet().stream()
                    .filter(reply -> text.contains(reply.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static void good(HttpExchange exchange, boolean isChat, Prompt prompt, Reply reply) throws IOException {
        if (!prompt.stream()) {
            send(exchange, 200, whole(isChat, prompt, reply));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        List<String> events = isChat ? Wire.chatChunks(prompt, reply) : Wire.responseEvents(prompt, reply);
        for (String event : events) {
            exchange.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    private static String whole(boolean isChat, Prompt prompt, Reply reply) {
        return isChat ? Wire.chat(prompt, reply) : Wire.response(prompt, reply);
    }

    private static void refuse(HttpExchange exchange, int status) throws IOException {
        if (status == 429) {
            exchange.getResponseHeaders().set("Retry-After", "2");
        }
        send(exchange, status, Wire.error("Scripted " + status + ".", "scripted"));
    }

    /** The head comes at once, the body a byte at a time. */
    private static void drip(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < DRIPS; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            Thread.sleep(DRIP);
        }
    }

    /** Promises the whole answer, sends half of it and hangs up. */
    private static void cut(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
    }

    private static void malformed(HttpExchange exchange, boolean stream) throws IOException {
        String body = "{\"id\": \"chatcmpl-scripted\", \"choices\": [{";
        send(exchange, 200, stream ? "data: " + body + "\n\n" : body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
