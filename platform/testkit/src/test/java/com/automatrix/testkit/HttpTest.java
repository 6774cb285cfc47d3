package com.automatrix.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

    private HttpServer server;
    private Http http;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", HttpTest::echo);
        server.start();
        http = Http.as("VIEWER", server.getAddress().getPort());
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void each_method_sends_its_body_with_the_users_token() {
        assertThat(http.get("/a").text("/call")).isEqualTo("GET /a ");
        assertThat(http.delete("/a").text("/call")).isEqualTo("DELETE /a ");
        assertThat(http.post("/a", "1").text("/call")).isEqualTo("POST /a 1");
        assertThat(http.put("/a", "2").text("/call")).isEqualTo("PUT /a 2");
        assertThat(http.get("/a").text("/token"))
                .isEqualTo(http.authorization())
                .startsWith("Bearer ");
    }

    @Test
    void headers_go_along() {
        assertThat(http.put("/a", "\"7\"", "{}").text("/ifMatch")).isEqualTo("'7'");
        assertThat(http.post("/a", "{}", "If-Match", "8").text("/ifMatch")).isEqualTo("8");
    }

    @Test
    void an_answer_shows_its_status_headers_and_violations() {
        Http.Answer answer = http.get("/a");

        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.header("X-Kind")).isEqualTo("echo");
        assertThat(answer.header("X-Absent")).isEmpty();
        assertThat(answer.text("/absent")).isEmpty();
        assertThat(answer.violations()).containsExactly("/name missing-field");
    }

    @Test
    void a_service_that_is_away_fails_the_test() {
        server.stop(0);

        assertThatThrownBy(() -> http.get("/a")).isInstanceOf(UncheckedIOException.class);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String ifMatch = exchange.getRequestHeaders().getFirst("If-Match");
        byte[] answer = """
                {"call": "%s %s %s", "token": "%s", "ifMatch": "%s",
                 "violations": [{"pointer": "/name", "code": "missing-field"}]}
                """.formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        body,
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        ifMatch == null ? "" : ifMatch.replace('"', '\''))
                .getBytes(UTF_8);
        exchange.getResponseHeaders().add("X-Kind", "echo");
        exchange.sendResponseHeaders(418, answer.length);
        try (exchange) {
            exchange.getResponseBody().write(answer);
        }
    }
}
