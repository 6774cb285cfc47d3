package com.automatrix.platform.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.automatrix.contracts.json.ContractJson;
import com.automatrix.platform.trace.Correlation;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The door of auth-service that opens to services alone: with a token, which it fetches by the service's secret. */
public final class AuthDoor {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final int UNAUTHORIZED = 401;

    private final CredentialsProperties properties;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private volatile @Nullable Token token;

    public AuthDoor(CredentialsProperties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
    }

    private record Token(String text, Instant until) {}

    record TokenAnswer(
            @JsonProperty("access_token") String text,
            @JsonProperty("expires_in") long seconds) {}

    /** What auth-service said. */
    public record Answer(int status, String body) {}

    /** This service may not pass; said without a value. */
    public static final class Closed extends Exception {

        Closed(String because) {
            super(because);
        }
    }

    /** Asks for what is at a path below {@code /internal}. */
    public Answer get(String path) throws Closed, IOException, InterruptedException {
        HttpResponse<String> answer = sendWith(token(), path);
        if (answer.statusCode() == UNAUTHORIZED) {
            // Its key was retired, or auth-service begins anew with others.
            token = null;
            answer = sendWith(token(), path);
        }
        return new Answer(answer.statusCode(), answer.body());
    }

    /** As one segment of a path. */
    public static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    private HttpResponse<String> sendWith(Token granted, String path) throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Authorization", "Bearer " + granted.text())
                        .GET()
                        .build(),
                BodyHandlers.ofString());
    }

    private Token token() throws Closed, IOException, InterruptedException {
        Token recent = token;
        if (recent != null && clock.instant().isBefore(recent.until())) {
            return recent;
        }
        Token fetched = fetchToken();
        token = fetched;
        return fetched;
    }

    private Token fetchToken() throws Closed, IOException, InterruptedException {
        if (properties.secret().isBlank()) {
            throw new Closed("this service was given no secret (AUTOMATRIX_SERVICE_SECRET)");
        }
        String proof =
                Base64.getEncoder().encodeToString((properties.service() + ":" + properties.secret()).getBytes(UTF_8));
        HttpResponse<String> answer = http.send(
                request("/internal/token")
                        .header("Authorization", "Basic " + proof)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new Closed(
                    "auth-service refused %s a token: %d".formatted(properties.service(), answer.statusCode()));
        }
        TokenAnswer granted = ContractJson.events().readValue(answer.body(), TokenAnswer.class);
        return new Token(
                granted.text(), clock.instant().plusSeconds(granted.seconds()).minus(EARLY));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(properties.url() + path)).timeout(ANSWER);
        Correlation.bound().ifPresent(id -> request.header(Correlation.HEADER, id));
        return request;
    }
}
