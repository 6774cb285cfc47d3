package com.automatrix.gateway.route;

import static com.automatrix.gateway.Downstream.answering;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.gateway.Caller;
import com.automatrix.gateway.Downstream;
import com.automatrix.gateway.Services;
import com.automatrix.gateway.Tokens;
import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The gateway with real servers behind it, and no broker: it has to work without one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "automatrix.gateway.response-timeout=2s",
            "spring.kafka.bootstrap-servers=localhost:1",
            "management.tracing.sampling.probability=1",
            "management.server.port=0"
        })
class RoutingIT {

    private static final int LIMIT = 8 * 1024 * 1024;

    private final Downstream workflows = Services.named("workflow-service");
    private final Downstream executions = Services.named("execution-service");
    private final Caller caller;

    RoutingIT(@LocalServerPort int port) {
        this.caller = new Caller(port);
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        Services.register(registry);
    }

    @BeforeEach
    void answerNormally() {
        for (var service : List.of("auth-service", "workflow-service", "execution-service")) {
            Services.named(service)
                    .behave(answering(200, "application/json", "{\"service\":\"%s\"}".formatted(service)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/auth/me,                      auth-service",
        "/api/users,                        auth-service",
        "/api/users/4711,                   auth-service",
        "/api/credentials/dms,              auth-service",
        "/api/workflows,                    workflow-service",
        "/api/workflows/4711/versions/2,    workflow-service",
        "/api/workflows/4711/execute,       execution-service",
        "/api/workflows/4711/execute/more,  workflow-service",
        "/api/step-types,                   workflow-service",
        "/api/settings/dealership,          workflow-service",
        "/api/executions,                   execution-service",
        "/api/executions/4711/logs,         execution-service",
        "/api/simulations,                  execution-service",
        "/api/triggers,                     execution-service",
        "/api/schedules/preview,            execution-service",
        "/api/leads/4711/document,          execution-service",
        "/api/tables/customers/rows,        execution-service",
        "/api/tasks/counts,                 execution-service",
        "/api/events,                       execution-service",
        "/api/webhooks,                     execution-service",
        "/api/event-types,                  workflow-service",
        "/api/messages/receipts/twilio,     execution-service",
        "/api/consents,                     execution-service",
        "/api/templates/lead-router,        template-service",
        "/api/ai/models,                    ai-service",
    })
    void each_address_is_answered_by_its_service(String path, String service) throws Exception {
        var answer = caller.send(caller.request(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"service\":\"%s\"}".formatted(service));
    }

    @Test
    void a_request_arrives_as_it_was_sent() throws Exception {
        caller.send(caller.request("/api/workflows/4711?query=a%20%26%20b&status=DRAFT&status=PUBLISHED")
                .header("If-Match", "\"7\"")
                .header("Cookie", "automatrix_refresh=token")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"name\":\"Lead – router\"}")));

        var received = workflows.take();
        assertThat(received.method()).isEqualTo("PUT");
        assertThat(received.uri()).isEqualTo("/api/workflows/4711?query=a%20%26%20b&status=DRAFT&status=PUBLISHED");
        assertThat(received.body()).isEqualTo("{\"name\":\"Lead – router\"}");
        assertThat(received.headers().getFirst("Authorization")).startsWith("Bearer ey");
        assertThat(received.headers().getFirst("If-Match")).isEqualTo("\"7\"");
        assertThat(received.headers().getFirst("Cookie")).isEqualTo("automatrix_refresh=token");
        assertThat(received.headers().getFirst("Content-Length")).isEqualTo("26");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=Bo%20Li&comments=a/b~*", "name=Bo+Li&comments=", "xml=%3cadf%3e&x=1&x=2", "%zz"})
    void a_form_arrives_byte_by_byte(String form) throws Exception {
        var answer = caller.send(caller.request("/api/leads?dealerId=d%207&comments=")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));

        assertThat(answer.statusCode()).isEqualTo(200);
        var received = executions.take();
        assertThat(received.body()).isEqualTo(form);
        assertThat(received.uri()).isEqualTo("/api/leads?dealerId=d%207&comments=");
    }

    @Test
    void a_body_of_unknown_length_arrives_whole() throws Exception {
        var body = "x".repeat(300_000);

        caller.send(caller.request("/api/workflows")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)))));

        assertThat(workflows.take().body()).isEqualTo(body);
    }

    @Test
    void an_answer_comes_back_as_it_was_given() throws Exception {
        workflows.behave(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.getResponseHeaders().add("ETag", "\"8\"");
            exchange.getResponseHeaders().add("Location", "/api/workflows/4711");
            exchange.getResponseHeaders().add("Set-Cookie", "one=1; HttpOnly");
            exchange.getResponseHeaders().add("Set-Cookie", "two=2; HttpOnly");
            exchange.getResponseHeaders().add("X-Correlation-Id", "from-the-service");
            exchange.sendResponseHeaders(412, 2);
            exchange.getResponseBody().write("{}".getBytes(UTF_8));
            exchange.close();
        });

        var answer = caller.send(caller.request("/api/workflows/4711"));

        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.headers().allValues("ETag")).containsExactly("\"8\"");
        assertThat(answer.headers().allValues("Location")).containsExactly("/api/workflows/4711");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("one=1; HttpOnly", "two=2; HttpOnly");
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/problem+json");
        assertThat(answer.headers().allValues("X-Correlation-Id")).hasSize(1);
    }

    @Test
    void an_answer_without_a_body_stays_without_one() throws Exception {
        workflows.behave(answering(204, "text/plain", ""));

        var answer = caller.send(caller.request("/api/workflows/4711").DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(workflows.take().headers().getFirst("Transfer-Encoding")).isNull();
    }

    @Test
    void the_correlation_id_goes_along_and_comes_back() throws Exception {
        var answer = caller.send(caller.request("/api/workflows").header("X-Correlation-Id", "lead-4711"));

        assertThat(workflows.take().headers().get("X-Correlation-Id")).containsExactly("lead-4711");
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly("lead-4711");
    }

    @Test
    void a_request_without_a_correlation_id_gets_one_and_a_trace() throws Exception {
        var answer = caller.send(caller.request("/api/workflows"));

        var received = workflows.take();
        var id = received.headers().getFirst("X-Correlation-Id");
        assertThat(id).isNotBlank();
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly(id);
        assertThat(received.headers().getFirst("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
    }

    @Test
    void who_called_is_taken_from_the_connection_and_not_from_the_caller() throws Exception {
        caller.send(caller.request("/api/workflows")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=203.0.113.9"));

        var headers = workflows.take().headers();
        assertThat(headers.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.get("X-Forwarded-Host")).containsExactly("localhost");
        assertThat(headers).doesNotContainKeys("X-forwarded-prefix", "Forwarded");
    }

    @Test
    void events_arrive_one_by_one_for_longer_than_an_answer_may_take_to_begin() throws Exception {
        var next = List.of(new CountDownLatch(1), new CountDownLatch(1));
        executions.behave(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.flush();
                for (int event = 0; event < next.size(); event++) {
                    await(next.get(event));
                    body.write("id: %d\nevent: step.started\ndata: {}\n\n"
                            .formatted(event)
                            .getBytes(UTF_8));
                    body.flush();
                }
            }
        });

        var answer = caller.open(caller.request("/api/executions/4711/events").header("Accept", "text/event-stream"));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            next.get(0).countDown();
            assertThat(lines.readLine()).isEqualTo("id: 0");
            assertThat(lines.readLine()).isEqualTo("event: step.started");
            assertThat(lines.readLine()).isEqualTo("data: {}");
            assertThat(lines.readLine()).isEmpty();
            next.get(1).countDown();
            assertThat(lines.readLine()).isEqualTo("id: 1");
            lines.readLine();
            lines.readLine();
            lines.readLine();
            assertThat(lines.readLine()).isNull();
        }
    }

    @Test
    void a_caller_who_leaves_a_stream_ends_it_at_the_service() throws Exception {
        var left = new CountDownLatch(1);
        executions.behave(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                while (left.getCount() > 0) {
                    body.write(": still here\n\n".getBytes(UTF_8));
                    body.flush();
                }
            } catch (IOException gone) {
                left.countDown();
            }
        });

        caller.open(caller.request("/api/executions/events")).body().close();

        await(left);
    }

    @Test
    void a_service_that_breaks_off_before_the_caller_got_anything_is_said_by_name() throws Exception {
        executions.behave(exchange -> breakOffAfter("{\"half\":", exchange));

        var answer = caller.send(caller.request("/api/executions/4711"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains("\"code\":\"gateway.service-unavailable\"")
                .doesNotContain("half");
    }

    @Test
    void half_an_answer_is_not_passed_off_as_a_whole_one() {
        executions.behave(exchange -> breakOffAfter("{\"half\":\"" + "x".repeat(200_000), exchange));

        assertThatThrownBy(() -> caller.send(caller.request("/api/executions/4711")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_stranger_gets_no_further_than_the_door() throws Exception {
        var answer = caller.send(caller.anonymous("/api/workflows"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"auth.unauthenticated\"");
        assertThat(workflows.gotNothing()).isTrue();
    }

    @Test
    void an_expired_a_forged_and_a_broken_token_are_refused_alike() throws Exception {
        var bodies = new java.util.HashSet<String>();
        for (var token : List.of(Tokens.expired(), Tokens.forged(), "nonsense", Tokens.valid() + "x")) {
            var answer = caller.send(caller.anonymous("/api/workflows")
                    .header("X-Correlation-Id", "same")
                    .header("Authorization", "Bearer " + token));
            assertThat(answer.statusCode()).isEqualTo(401);
            bodies.add(answer.body());
        }

        assertThat(bodies).hasSize(1);
        assertThat(workflows.gotNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"/api/auth/login", "/api/auth/refresh", "/api/auth/logout"})
    void signing_in_and_out_needs_no_token(String path) throws Exception {
        var answer = caller.send(caller.anonymous(path).POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"service\":\"auth-service\"}");
    }

    @Test
    void a_webhook_needs_no_token_but_the_list_of_them_does() throws Exception {
        var call = caller.send(caller.anonymous("/api/webhooks/0f3a").POST(BodyPublishers.ofString("{}")));
        var list = caller.send(caller.anonymous("/api/webhooks"));
        var rotation = caller.send(caller.anonymous("/api/webhooks/4711/rotate").POST(BodyPublishers.ofString("")));

        assertThat(call.statusCode()).isEqualTo(200);
        assertThat(call.body()).isEqualTo("{\"service\":\"execution-service\"}");
        assertThat(list.statusCode()).isEqualTo(401);
        assertThat(rotation.statusCode()).isEqualTo(401);
    }

    @Test
    void the_public_keys_are_public() throws Exception {
        var answer = caller.send(caller.anonymous("/.well-known/jwks.json"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"kid\":\"published\"");
    }

    @Test
    void an_address_of_no_service_is_not_found() throws Exception {
        var answer = caller.send(caller.request("/api/unknown/thing"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"gateway.no-route\"", "/api/unknown/thing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/credentials/dms",
                "/api/internal/credentials/dms",
                "/api/credentials/../../internal/credentials/dms",
                "/api/credentials/%2e%2e/%2e%2e/internal/credentials/dms",
                "/api/credentials/..;/..;/internal/credentials/dms",
                "//internal/credentials/dms"
            })
    void the_door_for_services_cannot_be_reached_from_outside(String path) throws Exception {
        var answer = caller.send(caller.request(path));

        // A page of the user interface, or a refusal; never what the service would say.
        assertThat(answer.body()).doesNotContain("{\"service\":\"auth-service\"}");
    }

    @Test
    void a_service_that_is_too_slow_to_answer_is_said_by_name() throws Exception {
        var release = new CountDownLatch(1);
        executions.behave(exchange -> await(release));

        var answer = caller.send(caller.request("/api/executions"));
        release.countDown();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("X-Correlation-Id")).isPresent();
        assertThat(answer.body()).contains("\"code\":\"gateway.service-unavailable\"", "execution-service");
    }

    @ParameterizedTest
    @CsvSource({"502", "503", "504"})
    void an_outage_that_the_service_cannot_explain_is_explained(int status) throws Exception {
        executions.behave(answering(status, "text/html", "<h1>Bad gateway</h1>"));

        var answer = caller.send(caller.request("/api/executions"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"gateway.service-unavailable\"", "execution-service");
    }

    @Test
    void an_outage_that_the_service_explains_is_left_as_it_is() throws Exception {
        executions.behave(answering(503, "application/problem+json", "{\"code\":\"auth.busy\"}"));

        var answer = caller.send(caller.request("/api/executions"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"code\":\"auth.busy\"}");
    }

    @Test
    void a_body_that_announces_too_much_is_refused() throws Exception {
        var answer =
                caller.send(caller.request("/api/workflows").POST(BodyPublishers.ofByteArray(new byte[LIMIT + 1])));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"request.too-large\"");
        assertThat(workflows.gotNothing()).isTrue();
    }

    @Test
    void a_body_that_turns_out_too_large_is_refused() throws Exception {
        var answer = caller.send(caller.request("/api/workflows")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"request.too-large\"");
    }

    private static void breakOffAfter(String body, HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.getResponseBody().flush();
        throw new IOException("the service dies");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
