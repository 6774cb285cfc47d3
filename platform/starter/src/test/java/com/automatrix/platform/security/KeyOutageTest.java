package com.automatrix.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.platform.problem.ProblemWriter;
import com.automatrix.testkit.TestTokens;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.json.JsonMapper;

class KeyOutageTest {

    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer keys;

    @BeforeEach
    void serveKeys() throws IOException, InterruptedException {
        byte[] body;
        try (var client = HttpClient.newHttpClient()) {
            body = client.send(
                            HttpRequest.newBuilder(URI.create(TestTokens.jwksUrl()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keys.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(away.get() ? 500 : 200, away.get() ? -1 : body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(away.get() ? new byte[0] : body);
            }
        });
        keys.start();
    }

    @AfterEach
    void stopServing() {
        keys.stop(0);
    }

    @Test
    void keys_are_fetched_when_the_first_token_comes_and_then_kept() {
        var decoder = decoder(Duration.ofMinutes(5));
        assertThat(asked).hasValue(0);

        decoder.decode(TestTokens.token("VIEWER"));
        decoder.decode(TestTokens.token("VIEWER"));

        assertThat(asked).hasValue(1);
    }

    @Test
    void keys_that_are_known_serve_through_an_outage() {
        var decoder = decoder(Duration.ofMillis(1));
        decoder.decode(TestTokens.token("VIEWER"));
        away.set(true);

        assertThat(decoder.decode(TestTokens.token("VIEWER")).getSubject()).isEqualTo(TestTokens.USER_ID.toString());
    }

    @Test
    void without_keys_the_token_is_not_called_bad() {
        away.set(true);
        var decoder = decoder(Duration.ofMinutes(5));

        assertThatThrownBy(() -> decoder.decode(TestTokens.token("VIEWER")))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
    }

    @Test
    void the_caller_is_asked_to_try_again_while_there_are_no_keys() throws IOException {
        var response = new MockHttpServletResponse();

        door().commence(
                        new MockHttpServletRequest("GET", "/api/me"),
                        response,
                        new AuthenticationServiceException("no keys"));

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        assertThat(response.getContentAsString()).contains("auth.keys-unavailable");
    }

    @Test
    void made_up_keys_do_not_make_us_ask_again_and_again() throws IOException {
        var decoder = decoder(Duration.ofMinutes(5));
        for (int n = 0; n < 5; n++) {
            var forged = TestTokens.user("ADMIN").signByStranger();
            assertThatThrownBy(() -> decoder.decode(forged)).isInstanceOf(JwtException.class);
        }
        assertThat(asked.get()).isLessThanOrEqualTo(3);

        var response = new MockHttpServletResponse();
        var limited = catchFailure(decoder, TestTokens.user("ADMIN").signByStranger());
        door().commence(
                        new MockHttpServletRequest("GET", "/api/me"),
                        response,
                        new AuthenticationServiceException("limited", limited));
        assertThat(response.getStatus()).isEqualTo(401);
    }

    private static Throwable catchFailure(JwtDecoder decoder, String token) {
        try {
            decoder.decode(token);
            throw new AssertionError("Expected the token to be refused.");
        } catch (JwtException failure) {
            return failure;
        }
    }

    private static SecurityDoor door() {
        return new SecurityDoor(new ProblemWriter(JsonMapper.shared()));
    }

    private JwtDecoder decoder(Duration cached) {
        var properties = new SecurityProperties(
                "http://localhost:%d/".formatted(keys.getAddress().getPort()),
                "automatrix",
                "automatrix",
                List.of(),
                cached,
                Duration.ofHours(4),
                Duration.ofSeconds(30));
        return Tokens.decoder(properties, _ -> false, InstantSource.system());
    }
}
