package com.automatrix.local.bench;

import com.automatrix.local.Failure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts executions of one workflow over HTTP. The JDK's oldest client serves here: it blocks and keeps its connections,
 * and takes the least of the processors that it shares with what it measures.
 */
final class Door {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MILLIS = 60_000;

    private final URL address;
    private final String token;
    private final byte[] body;

    private Door(URL address, String token, byte[] body) {
        this.address = address;
        this.token = token;
        this.body = body;
    }

    /** Called once, before the first request of this process. */
    static void keepConnections(int count) {
        System.setProperty("http.maxConnections", "" + count);
        // A start that was sent twice would be counted twice.
        System.setProperty("sun.net.http.retryPost", "false");
    }

    static Door to(String url, String token, Workflow workflow) {
        try {
            var address = URI.create(url + "/api/workflows/" + workflow.id() + "/execute");
            var body = JSON.writeValueAsString(Map.of("input", workflow.input()));
            return new Door(address.toURL(), token, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** Returns when the execution has been accepted: it is durable by then. */
    void start() {
        post("");
    }

    /** Returns when the execution has ended. */
    void execute() {
        var answer = JSON.readTree(post("wait=50"));
        if (!answer.path("status").asString("").equals("COMPLETED")) {
            throw new Failure("Expected the execution to complete, but got " + shortened(answer) + ".");
        }
    }

    private String post(String prefer) {
        try {
            var connection = (HttpURLConnection) address.openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Authorization", "Bearer " + token);
            if (!prefer.isEmpty()) {
                connection.setRequestProperty("Prefer", prefer);
            }
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
            return answer(connection);
        } catch (IOException failure) {
            throw new Failure("Expected an answer from " + address + ", but: " + failure.getMessage(), failure);
        }
    }

    private String answer(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            var text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (status / 100 != 2) {
                throw new Failure("Expected " + address + " to start an execution, but got " + status + ": " + text);
            }
            return text;
        }
    }

    private static String shortened(JsonNode answer) {
        var text = answer.toString();
        return text.length() > 500 ? text.substring(0, 500) + "…" : text;
    }
}
