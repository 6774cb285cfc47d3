package com.automatrix.auth;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the service under test, as the gateway would be: it says on whose behalf it calls. */
public final class AuthClient {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Environment environment;

    AuthClient(Environment environment) {
        this.environment = environment;
    }

    /** What the service answered. */
    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String code() {
            return body.path("code").asString();
        }

        public String accessToken() {
            return body.path("accessToken").asString();
        }

        public String userId() {
            return body.path("user").path("id").asString();
        }

        public String setCookie() {
            return raw.headers().firstValue("Set-Cookie").orElse("");
        }

        /** The refresh token as a browser would send it back. */
        public String cookie() {
            return setCookie().substring(0, setCookie().indexOf(';'));
        }
    }

    /** Signs in with the credential of the local command line, which is an administrator's. */
    public String administrator() {
        return send(request("POST", "/api/auth/login", read(adminFile() + ".script")))
                .accessToken();
    }

    public Answer login(String email, String password) {
        return send(loginRequest(email, password));
    }

    /** Every request comes from an address of its own, unless the test says otherwise. */
    public HttpRequest.Builder loginRequest(String email, String password) {
        return request("POST", "/api/auth/login", Map.of("email", email, "password", password));
    }

    public Answer refresh(String cookie) {
        return send(request("POST", "/api/auth/refresh", null).header("Cookie", cookie));
    }

    public Answer me(String token) {
        return get("/api/auth/me", token);
    }

    public Answer get(String path, String token) {
        return send(authorized(request("GET", path, null), token));
    }

    public Answer post(String path, Object body, String token) {
        return send(authorized(request("POST", path, body), token));
    }

    public Answer patch(String path, Object body, String token) {
        return send(authorized(request("PATCH", path, body), token));
    }

    /** Invites somebody and makes a password of the invited one's own; gives the id. */
    public String user(String email, String password, String... roles) {
        var invitation =
                post("/api/users", Map.of("email", email, "name", "Test User", "roles", roles), administrator());
        var first = login(email, invitation.body().path("temporaryPassword").asString());
        var change = new HashMap<String, Object>();
        change.put(
                "currentPassword", invitation.body().path("temporaryPassword").asString());
        change.put("newPassword", password);
        post("/api/auth/password", change, first.accessToken());
        return invitation.userId();
    }

    public HttpRequest.Builder request(String method, String path, @Nullable Object body) {
        var publisher = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body instanceof String text ? text : json.writeValueAsString(body));
        return HttpRequest.newBuilder(URI.create("http://localhost:%s%s".formatted(port(), path)))
                .method(method, publisher)
                .header("Content-Type", "application/json")
                .header("X-Forwarded-For", "198.51.100." + (ADDRESSES.incrementAndGet() % 250));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var raw = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    raw.statusCode(), raw.body().isEmpty() ? json.nullNode() : json.readTree(raw.body()), raw);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path adminFile() {
        return Path.of(environment.getRequiredProperty("automatrix.first-start.admin-file"));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) {
        return read(Path.of(file));
    }

    private String port() {
        return environment.getRequiredProperty("server.port");
    }

    private static HttpRequest.Builder authorized(HttpRequest.Builder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }
}
