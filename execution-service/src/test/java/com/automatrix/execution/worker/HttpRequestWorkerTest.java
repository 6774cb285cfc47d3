package com.automatrix.execution.worker;

import static com.automatrix.execution.outgoing.WebServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.outgoing.AllowedHosts;
import com.automatrix.execution.outgoing.WebServer;
import com.automatrix.execution.outgoing.Wiring;
import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.credential.CredentialFailure;
import com.automatrix.platform.worker.StepResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestWorkerTest {

    private static final String SECRET = "hush \"hush\" & more";

    private final WebServer server = new WebServer();
    private final Wiring wiring = new Wiring();
    private final Map<String, Credential> credentials = new HashMap<>(Map.of(
            "basic", new Credential.Basic("anna", SECRET),
            "bearer", new Credential.Bearer("hush-hush-token"),
            "key", new Credential.ApiKey("X-Api-Key", "hush-hush-key"),
            "client", new Credential.OAuth2Client(server.url("id.example.test", "/token"), "client", SECRET, "leads"),
            "signing", new Credential.SigningSecret("hush-hush")));

    private final HttpRequestWorker worker = new HttpRequestWorker(
            wiring.http,
            AllowedHosts.of(List.of("crm.example.test")),
            wiring.proofs(name -> {
                Credential found = credentials.get(name);
                if (found == null) {
                    throw CredentialFailure.notFound(name);
                }
                return found;
            }),
            wiring.properties,
            new SchemaCheck(),
            Wiring.CLOCK);

    @AfterEach
    void stop() throws Exception {
        server.close();
        wiring.close();
    }

    @Test
    void a_request_carries_what_the_workflow_says_and_gives_what_comes_back() {
        server.on(
                "/leads",
                answering(
                        201,
                        "{\"id\": 7, \"none\": null}",
                        "Content-Type",
                        "application/json",
                        "X-More",
                        "1",
                        "Set-Cookie",
                        "a=b"));

        var result = run(Map.of(
                "method", "POST",
                "query", Map.of("store", "Lakeside & Sons", "tag", List.of("a", "b")),
                "headers", Map.of("X-Source", "hub"),
                "body", Map.of("name", "Ada")));

        var received = server.last();
        assertThat(received.method()).isEqualTo("POST");
        assertThat(received.uri()).contains("store=Lakeside%20%26%20Sons").contains("tag=a&tag=b");
        assertThat(received.body()).isEqualTo("{\"name\":\"Ada\"}");
        assertThat(received.headers())
                .containsEntry("x-source", "hub")
                .containsEntry("content-type", "application/json")
                .containsEntry("idempotency-key", "key-1")
                .doesNotContainKeys("authorization", "upgrade");
        Map<?, ?> output = Requests.output(result);
        assertThat(output.get("status")).isEqualTo(201);
        assertThat(output.get("body")).hasToString("{id=7, none=null}");
        assertThat(String.valueOf(output.get("headers"))).contains("x-more=1").doesNotContain("set-cookie");
    }

    @Test
    void a_text_of_another_kind_is_sent_and_given_as_it_is() {
        server.on("/leads", answering(200, "<ok/>", "Content-Type", "application/xml"));

        var result =
                run(Map.of("method", "PUT", "headers", Map.of("content-type", "application/xml"), "body", "<adf/>"));

        assertThat(server.last().body()).isEqualTo("<adf/>");
        assertThat(server.last().headers()).containsEntry("content-type", "application/xml");
        assertThat(Requests.output(result).get("body")).isEqualTo("<ok/>");
    }

    @ParameterizedTest
    @CsvSource({
        "basic,  authorization, Basic YW5uYTpodXNoICJodXNoIiAmIG1vcmU=",
        "bearer, authorization, Bearer hush-hush-token",
        "key,    x-api-key,     hush-hush-key",
    })
    void a_credential_proves_who_calls_and_is_seen_nowhere_else(String credential, String header, String proof) {
        server.on("/leads", server.echoing());

        var result = run(Map.of("method", "GET", "credential", credential));

        assertThat(server.last().headers()).containsEntry(header, proof);
        assertThat(result).isInstanceOf(StepResult.Success.class);
        assertThat(result.toString())
                .contains("[hidden]")
                .doesNotContain("hush")
                .doesNotContain("YW5uYTpodXNo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "bearer", "key", "client"})
    void nor_is_it_in_the_error_of_a_server_that_repeats_it(String credential) {
        server.on(
                        "/token",
                        answering(
                                200,
                                "{\"access_token\": \"hush-hush-access\", \"expires_in\": 300}",
                                "Content-Type",
                                "application/json"))
                .on(
                        "/leads",
                        exchange -> answering(422, "Got " + server.last().headers() + SECRET)
                                .answer(exchange));

        var error = Requests.error(run(Map.of("method", "GET", "credential", credential)));

        assertThat(error.code()).isEqualTo("http.refused");
        assertThat(error.toString()).contains("Got {", "[hidden]");
        assertThat(error.toString()).doesNotContain("hush-hush").doesNotContain("YW5uYTpodXNo");
    }

    @Test
    void a_client_fetches_a_token_and_uses_it_until_shortly_before_its_end() {
        var tokens = new AtomicInteger();
        server.on(
                        "/token",
                        exchange -> answering(
                                        200,
                                        "{\"access_token\": \"token-%d\", \"token_type\": \"Bearer\", \"expires_in\": 300}"
                                                .formatted(tokens.incrementAndGet()),
                                        "Content-Type",
                                        "application/json")
                                .answer(exchange))
                .on("/leads", answering(200, "{}"));

        run(Map.of("method", "GET", "credential", "client"));
        var asked = server.received().getFirst();
        Wiring.CLOCK.advance(Duration.ofSeconds(269));
        run(Map.of("method", "GET", "credential", "client"));
        var second = server.last();
        Wiring.CLOCK.advance(Duration.ofSeconds(1));
        run(Map.of("method", "GET", "credential", "client"));

        assertThat(asked.body()).isEqualTo("grant_type=client_credentials&scope=leads");
        assertThat(asked.headers())
                .containsEntry("content-type", "application/x-www-form-urlencoded")
                .containsEntry("authorization", "Basic Y2xpZW50Omh1c2grJTIyaHVzaCUyMislMjYrbW9yZQ==");
        assertThat(second.headers()).containsEntry("authorization", "Bearer token-1");
        assertThat(server.last().headers()).containsEntry("authorization", "Bearer token-2");
        assertThat(tokens).hasValue(2);
    }

    @Test
    void a_token_that_is_refused_is_fetched_anew_by_the_next_attempt() {
        var tokens = new AtomicInteger();
        server.on(
                        "/token",
                        exchange -> answering(
                                        200, "{\"access_token\": \"token-%d\"}".formatted(tokens.incrementAndGet()))
                                .answer(exchange))
                .on(
                        "/leads",
                        exchange -> answering(
                                        "Bearer token-1"
                                                                .equals(server.last()
                                                                        .headers()
                                                                        .get("authorization"))
                                                        && tokens.get() == 1
                                                        && server.received().size() > 2
                                                ? 401
                                                : 200,
                                        "{}")
                                .answer(exchange));

        run(Map.of("method", "GET", "credential", "client"));
        var refused = Requests.error(run(Map.of("method", "GET", "credential", "client")));
        var again = run(Map.of("method", "GET", "credential", "client"));

        assertThat(refused.code()).isEqualTo("http.token-expired");
        assertThat(refused.retryable()).isTrue();
        assertThat(Requests.output(again).get("status")).isEqualTo(200);
        assertThat(server.last().headers()).containsEntry("authorization", "Bearer token-2");
    }

    @ParameterizedTest
    @CsvSource({
        "400, http.token-refused, false",
        "401, http.token-refused, false",
        "429, http.token-unavailable, true",
        "500, http.token-unavailable, true"
    })
    void a_token_that_is_not_given_is_an_error_of_its_own(int status, String code, boolean isRetryable) {
        server.on("/token", answering(status, "{\"error\": \"no\"}"));

        var error = Requests.error(run(Map.of("method", "GET", "credential", "client")));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.retryable()).isEqualTo(isRetryable);
    }

    @Test
    void a_credential_that_cannot_be_used_fails_the_step_before_anything_is_sent() {
        assertThat(Requests.error(run(Map.of("method", "GET", "credential", "nobody")))
                        .code())
                .isEqualTo("credential.not-found");
        assertThat(Requests.error(run(Map.of("method", "GET", "credential", "signing")))
                        .code())
                .isEqualTo("http.credential-unfit");
        assertThat(server.received()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, http.refused,      false",
        "401, http.unauthorized, false",
        "404, http.refused,      false",
        "408, http.timeout,      true",
        "409, http.refused,      false",
        "429, http.rate-limited, true",
        "500, http.server-error, true",
        "502, http.server-error, true",
        "503, http.unavailable,  true",
        "504, http.server-error, true",
    })
    void an_answer_that_is_no_success_says_whether_another_attempt_may_go_better(
            int status, String code, boolean isRetryable) {
        server.on("/leads", answering(status, "no"));

        var error = Requests.error(run(Map.of("method", "GET")));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.retryable()).isEqualTo(isRetryable);
        assertThat(error.retryAfter()).isNull();
        assertThat(error.details()).isEqualTo(Map.of("status", status, "body", "no"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 120                           | PT2M",
                "503 | Mon, 02 Mar 2026 08:05:00 GMT | PT5M",
                "503 | 99999999                      | PT24H",
                "500 | 7                             | PT7S",
                "503 | Mon, 02 Mar 2026 07:00:00 GMT |",
                "429 | soon                          |",
                "404 | 120                           |",
            })
    void a_wait_that_was_asked_for_is_told_to_the_engine(int status, String retryAfter, Duration expected) {
        Wiring.CLOCK.set(java.time.Instant.parse("2026-03-02T08:00:00Z"));
        server.on("/leads", answering(status, "", "Retry-After", retryAfter));

        assertThat(Requests.error(run(Map.of("method", "GET"))).retryAfter()).isEqualTo(expected);
    }

    @Test
    void an_answer_that_does_not_fit_its_schema_fails_the_step_without_repeating_it() {
        Map<String, Object> schema = Map.of(
                "type", "object", "properties", Map.of("id", Map.of("type", "integer")), "required", List.of("id"));
        server.on("/leads", answering(200, "{\"id\": \"personal\"}", "Content-Type", "application/json"));

        var error = Requests.error(run(Map.of("method", "GET", "responseSchema", schema)));

        assertThat(error)
                .isEqualTo(
                        StepError.permanent(
                                "http.response-invalid",
                                "Expected an answer that fits its schema, but it does not at \"/id\": Expected id to be a whole number."));
    }

    @Test
    void a_host_that_nobody_allowed_is_not_called() {
        var error = Requests.error(worker.execute(
                Requests.of("http.request", Map.of("method", "GET", "url", server.url("other.example.test", "/")))));

        assertThat(error.code()).isEqualTo("http.host-not-allowed");
        assertThat(error.message()).contains("other.example.test");
        assertThat(server.received()).isEmpty();
    }

    private StepResult run(Map<String, Object> config) {
        Map<String, Object> whole = new HashMap<>(config);
        whole.put("url", server.url("crm.example.test", "/leads"));
        return worker.execute(Requests.of("http.request", whole));
    }
}
