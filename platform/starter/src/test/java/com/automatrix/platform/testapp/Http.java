package com.automatrix.platform.testapp;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.testkit.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls a service over real HTTP, byte for byte. */
public final class Http {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    public Http(int port) {
        this.base = "http://localhost:" + port;
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

        public String code() {
            return json().path("code").asString("");
        }

        public List<String> violations() {
            return json().path("violations")
                    .valueStream()
                    .map(violation -> violation.path("pointer").asString("") + " "
                            + violation.path("code").asString(""))
                    .toList();
        }
    }

    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", TestTokens.bearer("ADMIN"));
    }

    public HttpRequest.Builder anonymouslyTo(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public Answer get(String path) {
        return send(to(path).GET());
    }

    public Answer postJson(String path, String body) {
        return send(to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
