package com.automatrix.local.client;

import com.automatrix.local.Failure;
import com.automatrix.local.Settings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP API as a client sees it: through the gateway, with the token of one who has signed in. */
public final class Hub {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String token;

    private Hub(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, Map<String, String> headers) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    public static Hub anonymous(String url) {
        return new Hub(url, "");
    }

    /**
     * Signs in as AUTOMATRIX_EMAIL with AUTOMATRIX_PASSWORD or, without these, as the account that auth-service keeps for
     * the command line of this machine.
     */
    public static Hub signedIn(Settings settings) {
        var email = settings.environment().get("AUTOMATRIX_EMAIL");
        var password = settings.environment().get("AUTOMATRIX_PASSWORD");
        if (email != null && password != null) {
            return signedIn(settings.url(), email, password);
        }
        var file = settings.scriptCredential();
        try {
            if (!Files.exists(file)) {
                throw new Failure("Expected " + file + ", which the first start writes, but it is not there:"
                        + " run ./automatrix up first, or set AUTOMATRIX_EMAIL and AUTOMATRIX_PASSWORD.");
            }
            var credential = JSON.readTree(Files.readString(file));
            return signedIn(
                    settings.url(),
                    credential.path("email").asString(),
                    credential.path("password").asString());
        } catch (IOException failure) {
            throw new Failure("Expected to read " + file + ", but: " + failure.getMessage(), failure);
        }
    }

    public static Hub signedIn(String url, String email, String password) {
        var answer = anonymous(url).post("/api/auth/login", Map.of("email", email, "password", password));
        if (answer.status() != 200) {
            throw new Failure("Expected to sign in at " + url + " as " + email + ", but got " + answer.status() + " "
                    + answer.body().path("detail").asString("") + ".");
        }
        return new Hub(url, answer.body().path("accessToken").asString());
    }

    public String token() {
        return token;
    }

    public Answer get(String path) {
        return send(request(path).GET(), path);
    }

    public Answer delete(String path) {
        return send(request(path).DELETE(), path);
    }

    public Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        var request = request(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))), path);
    }

    /** Sends a document that is no JSON. */
    public Answer postText(String path, String contentType, String body) {
        var request = request(path).header("Content-Type", contentType);
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)), path);
    }

    /** The body of an answer that must be a success. */
    public JsonNode expect(Answer answer, String what) {
        if (answer.status() / 100 != 2) {
            throw new Failure(
                    "Expected " + what + " to succeed, but got " + answer.status() + ": " + answer.body() + ".");
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request, String path) {
        try {
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            response.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Answer(response.statusCode(), json(response.body()), headers);
        } catch (ConnectException nobody) {
            throw new Failure("Nothing answers at " + url + ": run ./automatrix up first.", nobody);
        } catch (IOException failure) {
            throw new Failure("Expected an answer from " + url + path + ", but: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", interrupted);
        }
    }

    private static JsonNode json(String body) {
        var looksLikeJson = body.startsWith("{") || body.startsWith("[");
        return looksLikeJson ? JSON.readTree(body) : JSON.valueToTree(body);
    }
}
