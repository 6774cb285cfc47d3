package com.automatrix.execution.outgoing;

import static com.automatrix.execution.outgoing.WebServer.answering;
import static com.automatrix.execution.outgoing.WebServer.redirecting;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.automatrix.contracts.message.StepError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingHttpTest {

    private static final Proof PROOF =
            new Proof(Map.of("Authorization", "Bearer hush-hush"), Set.of("hush-hush"), false);

    private final WebServer server = new WebServer();
    private Wiring wiring = new Wiring();

    @AfterEach
    void stop() throws Exception {
        server.close();
        wiring.close();
    }

    @Test
    void a_redirect_to_the_same_place_is_followed_with_everything() {
        server.on("/old", redirecting(307, "/new")).on("/new", answering(200, "done"));

        var answer = wiring.http.send(request("POST", "/old", PROOF));

        assertThat(answer.text()).isEqualTo("done");
        assertThat(server.received())
                .extracting(WebServer.Received::method, WebServer.Received::uri, WebServer.Received::body)
                .containsExactly(tuple("POST", "/old", "{}"), tuple("POST", "/new", "{}"));
        assertThat(server.last().headers())
                .containsEntry("authorization", "Bearer hush-hush")
                .containsEntry("x-own", "1")
                .containsEntry("idempotency-key", "key-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://b.example.test:%d/new", "//b.example.test:%d/new", "http://a.example.test:%2$d/new"})
    void on_the_way_to_another_place_nothing_that_proves_is_carried_along(String location) throws Exception {
        try (var other = new WebServer()) {
            other.on("/new", answering(200, "done"));
            server.on("/old", redirecting(307, location.formatted(other.port(), other.port())));

            wiring.http.send(request("POST", "/old", PROOF));

            assertThat(other.last().headers())
                    .doesNotContainKeys("authorization", "x-own")
                    .containsEntry("idempotency-key", "key-1");
        }
    }

    @Test
    void nor_is_it_back_again_afterwards() throws Exception {
        try (var other = new WebServer()) {
            other.on("/there", redirecting(302, server.url("a.example.test", "/end")));
            server.on("/begin", redirecting(302, other.url("b.example.test", "/there")))
                    .on("/end", answering(200, "done"));

            wiring.http.send(request("GET", "/begin", PROOF));

            assertThat(server.received().getFirst().headers()).containsKey("authorization");
            assertThat(server.last().uri()).isEqualTo("/end");
            assertThat(server.last().headers()).doesNotContainKeys("authorization", "x-own");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET",
        "302, POST, GET",
        "303, PUT, GET",
        "301, PUT, PUT",
        "307, POST, POST",
        "308, PATCH, PATCH"
    })
    void a_redirect_keeps_the_method_as_browsers_do(int status, String method, String then) {
        server.on("/old", redirecting(status, "/new")).on("/new", answering(200, "done"));

        wiring.http.send(request(method, "/old", PROOF));

        assertThat(server.last().method()).isEqualTo(then);
        assertThat(server.last().body()).isEqualTo(then.equals("GET") ? "" : "{}");
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data/, http.url-refused",
        "http://[::1]/,                            http.url-refused",
        "http://2130706433/,                       http.url-refused",
        "http://0x7f000001/,                       http.url-refused",
        "file:///etc/passwd,                       http.url-refused",
        "http://a.example.test@evil.test/,         http.url-refused",
        "http://evil.test/,                        http.host-not-allowed",
        "http://a.example.test.evil.test/,         http.host-not-allowed",
        "http://metadata.example.test/,            http.address-refused",
        "http://inside.example.test/,              http.address-refused",
        "http://mapped.example.test/,              http.address-refused",
        "http://mixed.example.test/,               http.address-refused",
    })
    void a_redirect_is_judged_as_the_first_address_was(String location, String code) throws Exception {
        wiring.close();
        wiring = new Wiring(OutgoingHttpTest::addresses, Duration.ofSeconds(20));
        server.on("/old", redirecting(302, location));

        assertThat(errorOf(request("GET", "/old", PROOF)).code()).isEqualTo(code);
        assertThat(errorOf(request("GET", "/old", PROOF)).retryable()).isFalse();
    }

    @Test
    void more_than_five_redirects_are_too_many() {
        server.on("/1", redirecting(302, "/2"))
                .on("/2", redirecting(302, "/3"))
                .on("/3", redirecting(302, "/4"))
                .on("/4", redirecting(302, "/5"))
                .on("/5", redirecting(302, "/6"))
                .on("/6", answering(200, "done"))
                .on("/round", redirecting(302, "/round"));

        assertThat(wiring.http.send(request("GET", "/1", PROOF)).text()).isEqualTo("done");
        assertThat(errorOf(request("GET", "/round", PROOF)).code()).isEqualTo("http.too-many-redirects");
        assertThat(server.received()).hasSize(12);
    }

    @Test
    void a_name_that_leads_elsewhere_after_it_was_checked_gains_nothing() throws Exception {
        var asked = new AtomicInteger();
        server.on("/", answering(200, "done", "Connection", "close"));
        wiring.close();
        wiring = new Wiring(
                _ -> List.of(InetAddress.ofLiteral(asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2")),
                Duration.ofSeconds(20));

        // What is checked is what is connected to: the name is looked up once.
        assertThat(wiring.http.send(request("GET", "/", PROOF)).text()).isEqualTo("done");
        assertThat(asked).hasValue(1);
        // The next connection looks it up anew, and judges what it finds.
        assertThat(errorOf(request("GET", "/", PROOF)).code()).isEqualTo("http.address-refused");
        assertThat(asked).hasValue(2);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void an_answer_is_read_up_to_its_bound_however_it_is_packed() {
        server.on("/large", answering(200, "x".repeat(256 * 1024)))
                .on("/larger", answering(200, "x".repeat(256 * 1024 + 1)))
                .on("/bomb", exchange -> {
                    exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                    byte[] packed = packed(20 * 1024 * 1024);
                    exchange.sendResponseHeaders(200, packed.length);
                    exchange.getResponseBody().write(packed);
                });

        assertThat(wiring.http.send(request("GET", "/large", PROOF)).text()).hasSize(256 * 1024);
        assertThat(errorOf(request("GET", "/larger", PROOF)))
                .isEqualTo(StepError.permanent(
                        "http.response-too-large", "Expected an answer of at most 262144 bytes, but it is larger."));
        assertThat(errorOf(request("GET", "/bomb", PROOF)).code()).isEqualTo("http.response-too-large");
    }

    @Test
    void a_body_beyond_its_bound_is_not_sent() {
        var body = new OutgoingRequest.Body(new byte[64 * 1024 + 1], "application/json");

        assertThat(errorOf(request("POST", "/", PROOF, body)).code()).isEqualTo("http.request-too-large");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void a_server_that_says_nothing_or_never_ends_is_given_up() throws Exception {
        var release = new CountDownLatch(1);
        wiring.close();
        wiring = new Wiring(_ -> List.of(InetAddress.ofLiteral("127.0.0.1")), Duration.ofMillis(300));
        server.on("/silent", exchange -> awaits(release, Duration.ofMinutes(1))).on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            // Never silent for long, and never done.
            while (!awaits(release, Duration.ofMillis(20))) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            }
        });

        var silent = errorOf(request("GET", "/silent", PROOF));
        var endless = errorOf(request("GET", "/endless", PROOF));
        release.countDown();

        assertThat(silent)
                .isEqualTo(endless)
                .isEqualTo(StepError.passing("http.timeout", "Expected an answer in time, but there was none."));
    }

    @Test
    void a_host_or_port_that_is_not_there_may_be_tried_again() throws Exception {
        int free;
        try (var gone = new WebServer()) {
            free = gone.port();
        }
        assertThat(errorOf(new OutgoingRequest(
                                "GET", "http://a.example.test:%d/".formatted(free), Map.of(), PROOF, null, bounds()))
                        .code())
                .isEqualTo("http.connection-failed");
        wiring.close();
        wiring = new Wiring(
                host -> {
                    throw new UnknownHostException(host);
                },
                Duration.ofSeconds(20));
        assertThat(errorOf(request("GET", "/", PROOF)))
                .isEqualTo(StepError.passing(
                        "http.host-unknown", "Expected a host that exists, but its name is not known."));
    }

    @ParameterizedTest
    @CsvSource({
        "Host, x",
        "Content-Length, 1",
        "Transfer-Encoding, chunked",
        "Proxy-Authorization, x",
        "Idempotency-Key, x",
        "X Y, x"
    })
    void a_header_that_steers_the_connection_is_not_for_workflows(String name, String value) {
        var refused = errorOf(new OutgoingRequest(
                "GET", server.url("a.example.test", "/"), Map.of(name, value), PROOF, null, bounds()));

        assertThat(refused.code()).isEqualTo("http.header-refused");
    }

    @Test
    void a_header_has_one_line() {
        var refused = errorOf(new OutgoingRequest(
                "GET", server.url("a.example.test", "/"), Map.of("X-A", "b\r\nX-C: d"), PROOF, null, bounds()));

        assertThat(refused.code()).isEqualTo("http.header-refused");
    }

    private static List<InetAddress> addresses(String host) {
        return switch (host) {
            case "metadata.example.test" -> List.of(InetAddress.ofLiteral("169.254.169.254"));
            case "inside.example.test" -> List.of(InetAddress.ofLiteral("10.0.0.7"));
            case "mapped.example.test" -> List.of(InetAddress.ofLiteral("::ffff:10.0.0.7"));
            case "mixed.example.test" ->
                List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2"));
            default -> List.of(InetAddress.ofLiteral("127.0.0.1"));
        };
    }

    private StepError errorOf(OutgoingRequest request) {
        return catchThrowableOfType(OutgoingFailure.class, () -> wiring.http.send(request))
                .error();
    }

    private OutgoingRequest request(String method, String path, Proof proof) {
        return request(
                method,
                path,
                proof,
                method.equals("GET") ? null : new OutgoingRequest.Body("{}".getBytes(UTF_8), "application/json"));
    }

    private OutgoingRequest request(String method, String path, Proof proof, OutgoingRequest.@Nullable Body body) {
        return new OutgoingRequest(
                method, server.url("a.example.test", path), Map.of("X-Own", "1"), proof, body, bounds());
    }

    private static OutgoingRequest.Bounds bounds() {
        return new OutgoingRequest.Bounds(
                AllowedHosts.of(List.of("*.example.test")),
                5,
                256 * 1024,
                "key-1",
                Wiring.CLOCK.instant().plusSeconds(60));
    }

    private static byte[] packed(int size) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[size]);
        }
        return packed.toByteArray();
    }

    private static boolean awaits(CountDownLatch latch, Duration patience) {
        try {
            return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
