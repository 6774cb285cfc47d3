package com.automatrix.ai;

import com.automatrix.contracts.json.ContractJson;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;

/**
 * A server that speaks the chat API of OpenAI: its model repeats the last message, or names the first label where labels
 * are asked for. Everything that it is sent is remembered.
 */
public final class EchoingModel {

    private static final Queue<String> RECEIVED = new ConcurrentLinkedQueue<>();
    private static final int PORT = serve();

    private EchoingModel() {}

    public static String baseUrl() {
        return "http://localhost:" + PORT + "/v1";
    }

    /** The bodies of all requests so far. */
    public static List<String> received() {
        return List.copyOf(RECEIVED);
    }

    private static int serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/chat/completions", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                RECEIVED.add(body);
                byte[] answer = ContractJson.events()
                        .writeValueAsBytes(answer(ContractJson.events().readTree(body)));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                try (var out = exchange.getResponseBody()) {
                    out.write(answer);
                }
            });
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server.getAddress().getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected to serve a model, but could not.", failure);
        }
    }

    private static Map<String, Object> answer(JsonNode request) {
        JsonNode messages = request.path("messages");
        String said = messages.path(messages.size() - 1).path("content").asString("");
        JsonNode label =
                request.at("/response_format/json_schema/schema/properties/labels/items/properties/label/enum/0");
        String content = label.isMissingNode()
                ? said
                : "{\"labels\":[{\"label\":\"%s\",\"confidence\":0.9}]}".formatted(label.asString());
        return Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "created",
                1_770_000_000,
                "model",
                request.path("model").asString(""),
                "choices",
                List.of(Map.of(
                        "index",
                        0,
                        "finish_reason",
                        "stop",
                        "message",
                        Map.of("role", "assistant", "content", content))),
                "usage",
                Map.of("prompt_tokens", 1_000, "completion_tokens", 100, "total_tokens", 1_100));
    }
}
