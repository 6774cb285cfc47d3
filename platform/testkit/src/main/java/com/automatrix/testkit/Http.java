package com.automatrix.testkit;

import com.automatrix.contracts.json.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Calls a service under test over real HTTP as one user.
 *
 * @param authorization the value of the Authorization header
 */
public record Http(HttpClient client, int port, String authorization) {

    /** A user with one role. */
    public static Http as(String role, int port) {
        return new Http(HttpClient.newHttpClient(), port, TestTokens.bearer(role));
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        /** The first value of a header, empty where there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return ContractJson.events().readTree(response.body());
        }

        /** The text at a JSON Pointer, empty where there is none. */
        public String text(String pointer) {
            return json().at(pointer).asString("");
        }

        /** The violations of a problem, each as its pointer and its code. */
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

    public Answer delete(String path) {
        return send(to(path).DELETE());
    }

    /** Posts JSON; headers are names and values in turn. */
    public Answer post(String path, String body, String... headers) {
        HttpRequest.Builder request = to(path).POST(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Answer put(String path, String ifMatch, String body) {
        return send(to(path).header("If-Match", ifMatch).PUT(BodyPublishers.ofString(body)));
    }

    public Answer put(String path, String body) {
        return send(to(path).PUT(BodyPublishers.ofString(body)));
    }

    /** A request to a path, for calls that are none of the above. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
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
