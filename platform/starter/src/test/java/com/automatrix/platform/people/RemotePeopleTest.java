package com.automatrix.platform.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.platform.credential.AuthDoor;
import com.automatrix.platform.credential.CredentialsProperties;
import com.automatrix.platform.people.People.Person;
import com.automatrix.testkit.SettableClock;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemotePeopleTest {

    private static final String KIM = "01970000-0000-7000-8000-0000000000c1";

    private final SettableClock clock = SettableClock.at("2026-03-02T08:00:00Z");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    RemotePeopleTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext(
                "/internal/token", exchange -> answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":300}"));
        server.createContext("/internal/people/", exchange -> {
            asked.add(exchange.getRequestURI().getRawPath() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            answer(
                    exchange,
                    status,
                    "{\"items\":[{\"id\":\"%s\",\"email\":\"kim@example.test\",\"name\":\"Kim\"}]}".formatted(KIM));
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private People people(String secret) {
        var properties = new CredentialsProperties(
                URI.create("http://localhost:" + server.getAddress().getPort()),
                "execution-service",
                secret,
                Duration.ofMinutes(1));
        return new RemotePeople(new AuthDoor(properties, clock), Duration.ofMinutes(1), clock);
    }

    @Test
    void people_are_asked_for_with_the_services_token_and_known_for_a_minute() {
        var people = people("a secret");

        assertThat(people.in("SALES MANAGER"))
                .containsExactly(new Person(UUID.fromString(KIM), "kim@example.test", "Kim"));
        people.in("SALES MANAGER");
        clock.advance(Duration.ofMinutes(2));
        people.in("SALES MANAGER");

        assertThat(asked)
                .containsExactly(
                        "/internal/people/SALES%20MANAGER Bearer t", "/internal/people/SALES%20MANAGER Bearer t");
    }

    @Test
    void who_cannot_be_asked_for_is_unknown_and_asked_for_anew() {
        var people = people("a secret");
        status = 503;
        assertThatThrownBy(() -> people.in("DESK"))
                .isInstanceOf(PeopleUnknown.class)
                .hasMessageContaining("503");

        status = 200;
        assertThat(people.in("DESK")).hasSize(1);
        assertThatThrownBy(() -> people("").in("DESK"))
                .isInstanceOf(PeopleUnknown.class)
                .hasMessageContaining("AUTOMATRIX_SERVICE_SECRET");
        server.stop(0);
        assertThatThrownBy(() -> people.in("OTHER")).isInstanceOf(PeopleUnknown.class);
    }
}
