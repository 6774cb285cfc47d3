package com.automatrix.execution;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.json.ContractJson;
import com.automatrix.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Calls the service over HTTP as one user. */
public record Http(HttpClient client, int port, String authorization) {

    /** On a busy machine, and behind what other tests leave to do. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    public static Http as(String role, int port) {
        return new Http(HttpClient.newHttpClient(), port, TestTokens.bearer(role));
    }

    /** Somebody without an account. */
    public static Http stranger(int port) {
        return new Http(HttpClient.newHttpClient(), port, "");
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return ContractJson.events().readTree(response.body());
        }

        public String text(String pointer) {
            return json().at(pointer).asString("");
        }

        public List<String> violations() {
            return json().path("violations")
                    .valueStream()
                    .map(violation -> violation.path("pointer").asString("") + " "
                            + violation.path("code").asString(""))
                    .toList();
        }
    }

    public Answer get(String path) {
        return send(to(path).GET());
    }

    public Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = to(path).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer put(String path, String body) {
        return send(to(path).PUT(BodyPublishers.ofString(body)));
    }

    public Answer delete(String path) {
        return send(to(path).DELETE());
    }

    /** Posts a body with these headers, names and values in turn, and no other but who calls. */
    public Answer send(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Starts an execution and gives its id. */
    public ExecutionId execute(WorkflowId workflow, String input) {
        Answer answer = post("/api/workflows/" + workflow + "/execute", "{\"input\":" + input + "}");
        if (answer.status() != 202) {
            throw new AssertionError("Expected 202, but got " + answer.status() + ": "
                    + answer.response().body());
        }
        return ExecutionId.parse(answer.text("/id"));
    }

    /** The execution once it has ended. */
    public JsonNode awaitEnd(ExecutionId id) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get("/api/executions/" + id).json(), execution -> execution.hasNonNull("finishedAt"));
    }

    public List<JsonNode> logs(ExecutionId id) {
        return get("/api/executions/" + id + "/logs")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** The lines of a stream of events, once it has ended. */
    public CompletableFuture<List<String>> stream(String path, String... headers) {
        HttpRequest.Builder request = to(path).GET();
        HttpRequest built = (headers.length == 0 ? request : request.headers(headers)).build();
        return client.sendAsync(built, HttpResponse.BodyHandlers.ofLines())
                .thenApply(HttpResponse::body)
                .thenApply(Stream::toList);
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
