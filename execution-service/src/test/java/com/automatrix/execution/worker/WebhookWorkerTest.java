package com.automatrix.execution.worker;

import static com.automatrix.execution.outgoing.WebServer.answering;
import static com.automatrix.execution.outgoing.WebServer.redirecting;
import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.schema.SchemaCheck;
import com.automatrix.execution.outgoing.AllowedHosts;
import com.automatrix.execution.outgoing.WebServer;
import com.automatrix.execution.outgoing.Wiring;
import com.automatrix.platform.credential.Credential;
import com.automatrix.platform.worker.StepResult;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookWorkerTest {

    private final WebServer server = new WebServer();
    private final Wiring wiring = new Wiring();
    private final WebhookWorker worker = new WebhookWorker(
            wiring.http,
            AllowedHosts.of(List.of("crm.example.test")),
            name -> name.equals("signing")
                    ? new Credential.SigningSecret("hush-hush")
                    : new Credential.Bearer("hush-hush"),
            wiring.properties,
            Wiring.CLOCK,
            new ConfigReader(new SchemaCheck()));

    @AfterEach
    void stop() throws Exception {
        server.close();
        wiring.close();
    }

    @Test
    void what_is_posted_is_signed_over_the_time_and_the_body() {
        Wiring.CLOCK.set(Instant.parse("2026-03-02T08:00:00Z"));
        server.on("/hook", answering(202, ""));

        var result = run(Map.of(
                "body",
                Map.of("lead", "4711"),
                "secret",
                "signing",
                "headers",
                Map.of("X-AutoMatrix-Signature", "forged")));

        assertThat(Requests.output(result)).isEqualTo(Map.of("status", 202));
        assertThat(server.last().body()).isEqualTo("{\"lead\":\"4711\"}");
        // printf '%s' '1772438400.{"lead":"4711"}' | openssl dgst -sha256 -hmac hush-hush
        assertThat(server.last().headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("idempotency-key", "key-1")
                .containsEntry("x-automatrix-timestamp", "1772438400")
                .containsEntry(
                        "x-automatrix-signature",
                        "sha256=c7fc81ffc754daa52282fab3754f0fc5b13942872d3e0e981c50079e60d60431");
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        server.on("/hook", answering(200, ""));

        run(Map.of("body", "text"));

        assertThat(server.last().body()).isEqualTo("\"text\"");
        assertThat(server.last().headers()).doesNotContainKeys("x-automatrix-timestamp", "x-automatrix-signature");
    }

    @Test
    void a_redirect_is_not_followed() {
        server.on("/hook", redirecting(307, "/elsewhere")).on("/elsewhere", answering(200, ""));

        var error = Requests.error(run(Map.of("body", "text", "secret", "signing")));

        assertThat(error.code()).isEqualTo("http.too-many-redirects");
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void a_credential_that_does_not_sign_is_refused() {
        assertThat(Requests.error(run(Map.of("body", "text", "secret", "other")))
                        .code())
                .isEqualTo("credential.wrong-type");
    }

    @Test
    void a_receiver_in_trouble_is_tried_again_without_showing_the_secret() {
        server.on("/hook", answering(500, "cannot use hush-hush"));

        var error = Requests.error(run(Map.of("body", "text", "secret", "signing")));

        assertThat(error.code()).isEqualTo("http.server-error");
        assertThat(error.retryable()).isTrue();
        assertThat(error.toString()).contains("[hidden]").doesNotContain("hush-hush");
    }

    @Test
    void the_same_guard_stands_before_it() {
        var error = Requests.error(
                worker.execute(Requests.of("webhook.send", Map.of("url", "http://169.254.169.254/", "body", "text"))));

        assertThat(error.code()).isEqualTo("http.url-refused");
    }

    private StepResult run(Map<String, Object> config) {
        Map<String, Object> whole = new HashMap<>(config);
        whole.put("url", server.url("crm.example.test", "/hook"));
        return worker.execute(Requests.of("webhook.send", whole));
    }
}
