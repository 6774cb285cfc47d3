package com.automatrix.platform.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.automatrix.contracts.message.StepError;
import com.automatrix.platform.credential.Credential.Bearer;
import com.automatrix.testkit.SettableClock;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoteCredentialsTest {

    private static final String CRM = "{\"type\":\"BEARER\",\"token\":\"hush-hush\"}";

    private final SettableClock clock = SettableClock.at("2026-03-02T08:00:00Z");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;
    private volatile String body = CRM;
    private volatile @Nullable String accepted = "Bearer token-1";
    private final AtomicInteger tokens = new AtomicInteger();

    RemoteCredentialsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/internal/token", exchange -> {
            asked.add(exchange.getRequestMethod() + " token by "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"token-%d\",\"expires_in\":300}".formatted(tokens.incrementAndGet()));
        });
        server.createContext("/internal/credentials/", exchange -> {
            var proof = exchange.getRequestHeaders().getFirst("Authorization");
            asked.add(exchange.getRequestURI().getRawPath());
            answer(exchange, proof.equals(accepted) ? status : 401, body);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_credential_is_asked_for_with_a_service_token_and_remembered_for_a_minute() {
        var credentials = credentials("secret");

        assertThat(credentials.get("crm api")).isEqualTo(new Bearer("hush-hush"));
        clock.advance(Duration.ofSeconds(59));
        assertThat(credentials.get("crm api")).isEqualTo(new Bearer("hush-hush"));
        body = "{\"type\":\"BEARER\",\"token\":\"changed\"}";
        clock.advance(Duration.ofSeconds(1));
        assertThat(credentials.get("crm api")).isEqualTo(new Bearer("changed"));

        var proof = Base64.getEncoder().encodeToString("execution-service:secret".getBytes(UTF_8));
        assertThat(asked)
                .containsExactly(
                        "POST token by Basic " + proof,
                        "/internal/credentials/crm%20api",
                        "/internal/credentials/crm%20api");
    }

    @Test
    void a_token_that_is_no_longer_good_is_fetched_anew() {
        var credentials = credentials("secret");
        assertThat(credentials.get("crm")).isEqualTo(new Bearer("hush-hush"));

        accepted = "Bearer token-2";
        clock.advance(Duration.ofMinutes(1));

        assertThat(credentials.get("crm")).isEqualTo(new Bearer("hush-hush"));
        assertThat(tokens).hasValue(2);
    }

    @Test
    void a_credential_that_does_not_exist_is_a_final_error() {
        status = 404;
        body = "{\"code\":\"credential.not-found\"}";

        assertThat(failureOf(credentials("secret")))
                .isEqualTo(StepError.permanent(
                        "credential.not-found",
                        "Expected a credential \"crm\", but there is none. An administrator can add it."));
    }

    @Test
    void an_answer_of_another_server_is_no_answer() {
        status = 404;
        body = "{\"code\":\"request.no-such-path\"}";
        assertThat(failureOf(credentials("secret")).code()).isEqualTo("credential.unavailable");

        status = 200;
        body = "hush-hush, but no JSON";
        assertThat(failureOf(credentials("secret")).message()).doesNotContain("hush-hush");
    }

    @Test
    void while_it_cannot_be_asked_for_the_step_may_be_retried() {
        status = 503;
        var refused = failureOf(credentials("secret"));
        server.stop(0);
        var away = failureOf(credentials("secret"));

        assertThat(refused)
                .isEqualTo(away)
                .isEqualTo(StepError.passing(
                        "credential.unavailable",
                        "Expected to be given the credential \"crm\", but credentials cannot be had at the moment."));
    }

    @Test
    void a_service_without_a_secret_asks_nobody() {
        assertThat(failureOf(credentials("")).code()).isEqualTo("credential.unavailable");
        assertThat(asked).isEmpty();
    }

    private Credentials credentials(String secret) {
        var properties = new CredentialsProperties(
                URI.create("http://localhost:" + server.getAddress().getPort()),
                "execution-service",
                secret,
                Duration.ofMinutes(1));
        return new RemoteCredentials(
                new CredentialDoor(new AuthDoor(properties, clock)), properties.cachedFor(), clock);
    }

    private static StepError failureOf(Credentials credentials) {
        return catchThrowableOfType(CredentialFailure.class, () -> credentials.get("crm"))
                .error();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
