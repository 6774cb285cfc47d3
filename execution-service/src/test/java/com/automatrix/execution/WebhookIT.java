package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.Http.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class WebhookIT {

    private static final String TIMED = """
            "signature": {"header": "X-Signature", "secret": "crm-webhook", "timestampHeader": "X-Timestamp"}""";
    private static final String PLAIN = """
            "signature": {"header": "X-Signature", "secret": "crm-webhook"}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private InstantSource clock;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    private Http builder;
    private Http stranger;
    private WorkflowId workflow;

    @BeforeEach
    void arrive() {
        builder = Http.as("BUILDER", port);
        stranger = Http.stranger(port);
        workflow = WorkflowId.parse(neighbours.newId());
    }

    @Test
    void a_signed_request_starts_an_execution_with_what_the_mapping_makes_of_it() {
        String path = publish(PLAIN + """
                , "mapping": "{{ {'lead': request.body.lead, 'from': request.query.from, 'how': request.method, \
                'agent': request.headers.`x-agent`, 'proof': request.headers.`x-signature`} }}\"""");
        String body = "{\"lead\": \"Zoë\"}";

        Answer answer = stranger.send(
                path + "?from=the%20web",
                body,
                "Content-Type",
                "application/json",
                "X-Agent",
                "crm/1",
                "X-Signature",
                "sha256=" + hmac(body));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/status")).isEqualTo("PENDING");
        JsonNode ended = builder.awaitEnd(ExecutionId.parse(answer.text("/id")));
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/trigger/kind").asString()).isEqualTo("WEBHOOK");
        assertThat(ended.at("/trigger/id").asString()).isEqualTo("crm");
        assertThat(ended.path("input").toString())
                .isEqualTo("{\"how\":\"POST\",\"from\":\"the web\",\"lead\":\"Zoë\",\"agent\":\"crm/1\"}");
    }

    @Test
    void the_sender_may_be_told_the_result() {
        String path = publish("\"answer\": \"RESULT\"");

        Answer answer = stranger.send(path, "{\"name\": \"Ada\"}", "Content-Type", "application/json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/status")).isEqualTo("COMPLETED");
        assertThat(answer.text("/output/echo/name")).isEqualTo("Ada");
        assertThat(answer.header("Location")).isEqualTo("/api/executions/" + answer.text("/id"));
    }

    @Test
    void a_form_is_signed_as_it_came_and_read_as_its_fields() {
        String path = publish(PLAIN + ", \"answer\": \"RESULT\"");
        String form = "name=Ana+Maria&tag=a&tag=b";

        Answer answer = stranger.send(
                path, form, "Content-Type", "application/x-www-form-urlencoded", "X-Signature", hmac(form));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/output/echo/name")).isEqualTo("Ana Maria");
        assertThat(answer.json().at("/output/echo/tag").toString()).isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void a_request_that_is_not_signed_is_refused_and_counted() {
        String path = publish(TIMED);
        double wrong = refused("wrong-signature");
        double expired = refused("expired-timestamp");
        String now = String.valueOf(clock.instant().getEpochSecond());
        String old = String.valueOf(clock.instant().getEpochSecond() - 400);

        List<Answer> answers = List.of(
                timed(path, now, hmac("something else")),
                timed(path, old, hmac(old + ".{}")),
                stranger.send(path, "{}", "Content-Type", "application/json"));

        assertThat(answers).extracting(Answer::status).containsOnly(401);
        assertThat(answers).extracting(answer -> answer.text("/code")).containsOnly("webhook.refused");
        assertThat(refused("wrong-signature")).isEqualTo(wrong + 1);
        assertThat(refused("expired-timestamp")).isEqualTo(expired + 1);
        assertThat(executions()).isEmpty();
    }

    @Test
    void a_signature_that_comes_again_is_refused_and_counted() {
        String path = publish(TIMED);
        double replayed = refused("replayed");
        String now = String.valueOf(clock.instant().getEpochSecond());
        String signature = hmac(now + ".{}");

        Answer first = timed(path, now, signature);
        Answer again = timed(path, now, "sha256=" + signature);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(401);
        assertThat(refused("replayed")).isEqualTo(replayed + 1);
        assertThat(executions()).hasSize(1);
    }

    @Test
    void a_signature_whose_start_was_never_stored_still_counts() {
        String path = publish(TIMED);
        String now = String.valueOf(clock.instant().getEpochSecond());
        String signature = hmac(now + ".{}");
        jdbc.sql("""
                        INSERT INTO webhook_signatures (webhook_id, digest, execution_id, received_at)
                        SELECT id, ?, ?::uuid, now() FROM webhooks WHERE workflow_id = ?""").params(signature, neighbours.newId(), workflow.value()).update();

        assertThat(timed(path, now, signature).status()).isEqualTo(202);
        assertThat(timed(path, now, signature).status()).isEqualTo(401);
        assertThat(executions()).hasSize(1);
    }

    @Test
    void what_the_sender_names_by_a_key_is_started_once() {
        String path = publish("\"idempotencyKey\": \"{{ request.body.eventId }}\"");

        Answer first = stranger.send(path, "{\"eventId\": 7, \"try\": 1}", "Content-Type", "application/json");
        Answer again = stranger.send(path, "{\"eventId\": 7, \"try\": 2}", "Content-Type", "application/json");

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
    }

    @Test
    void a_token_is_the_proof_of_those_that_cannot_sign() {
        String path = publish("\"token\": {\"header\": \"X-Api-Key\", \"secret\": \"crm-webhook\"}");

        assertThat(stranger.send(path, "{}", "X-Api-Key", FakeSecrets.SECRET).status())
                .isEqualTo(202);
        assertThat(stranger.send(path, "{}", "X-Api-Key", "guessed").status()).isEqualTo(401);
    }

    @Test
    void a_secret_that_is_not_there_lets_nobody_in() {
        String path = publish("\"token\": {\"header\": \"X-Api-Key\", \"secret\": \"forgotten\"}");

        Answer answer = stranger.send(path, "{}", "X-Api-Key", FakeSecrets.SECRET);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("/code")).isEqualTo("webhook.no-secret");
    }

    @Test
    void a_filter_lets_through_what_it_is_true_for() {
        String path = publish("\"filter\": \"{{ input.kind = 'lead' and $not(request.query.test = 'yes') }}\"");

        assertThat(stranger.send(path, "{\"kind\": \"deal\"}").text("/status")).isEqualTo("IGNORED");
        assertThat(stranger.send(path + "?test=yes", "{\"kind\": \"lead\"}").text("/status"))
                .isEqualTo("IGNORED");
        assertThat(stranger.send(path, "{\"kind\": \"lead\"}").status()).isEqualTo(202);
    }

    @Test
    void what_cannot_be_read_is_refused_with_its_reason() {
        String path = publish("\"mapping\": \"{{ $number(request.body.n) }}\"");

        assertThat(stranger.send(path, "{not json").text("/code")).isEqualTo("webhook.malformed-body");
        assertThat(stranger.send(path, "{\"n\": \"x\"}").text("/code")).isEqualTo("webhook.not-mapped");
        Answer large = stranger.send(path, "\"" + "x".repeat(256 * 1024) + "\"");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("/code")).isEqualTo("webhook.too-large");
        assertThat(stranger.send("/api/webhooks/" + neighbours.newId(), "{}").status())
                .isEqualTo(404);
    }

    @Test
    void the_address_stays_over_versions_until_it_is_rotated() {
        String path = publish("\"answer\": \"ACCEPTED\"");
        neighbours.publish(workflow, 2, "Webhook", definition(PLAIN));
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> webhook().path("proof").asString().equals("SIGNATURE"));
        assertThat(webhook().path("path").asString()).isEqualTo(path);
        assertThat(webhook().path("active").asBoolean()).isTrue();
        String id = webhook().path("id").asString();

        Answer rotated = builder.post("/api/webhooks/" + id + "/rotate", "");

        assertThat(rotated.status()).isEqualTo(200);
        String other = rotated.text("/path");
        assertThat(other).isNotEqualTo(path).matches("/api/webhooks/[0-9a-f]{64}");
        assertThat(stranger.send(path, "{}").status()).isEqualTo(404);
        assertThat(stranger.send(other, "{}", "X-Signature", hmac("{}")).status())
                .isEqualTo(202);
        assertThat(jdbc.sql("SELECT count(*) FROM audit_log WHERE action = 'webhook.rotated' AND subject_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(Http.as("OPERATOR", port).get("/api/webhooks").status()).isEqualTo(403);
        assertThat(stranger.post("/api/webhooks/" + id + "/rotate", "").status())
                .isEqualTo(401);
    }

    @Test
    void a_workflow_that_is_paused_or_withdrawn_is_started_by_no_call() {
        String path = publish("\"answer\": \"ACCEPTED\"");

        neighbours.pause(workflow, 1, "Webhook", definition("\"answer\": \"ACCEPTED\""));
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> !webhook().path("active").asBoolean());
        assertThat(stranger.send(path, "{}").text("/code")).isEqualTo("workflow.paused");

        neighbours.unpublish(workflow);
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> stranger.send(path, "{}").status() == 404);
    }

    /** Publishes a workflow whose webhook has these further fields, and gives its address. */
    private String publish(String fields) {
        workflow = neighbours.publish("Webhook", definition(fields));
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> !webhook().path("path").isMissingNode());
        return webhook().path("path").asString();
    }

    private static String definition(String fields) {
        return """
                {"specVersion": "1", "edges": [],
                 "triggers": [{"id": "crm", "type": "webhook", %s}],
                 "nodes": [{"id": "echo", "type": "data.transform", "config": {"value": "{{ input }}"}}]}""".formatted(fields);
    }

    private JsonNode webhook() {
        return builder.get("/api/webhooks?workflowId=" + workflow).json().at("/items/0");
    }

    private List<JsonNode> executions() {
        return builder.get("/api/executions?workflowId=" + workflow)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private Answer timed(String path, String timestamp, String signature) {
        return stranger.send(path, "{}", "X-Timestamp", timestamp, "X-Signature", signature);
    }

    private double refused(String reason) {
        return meters.counter("automatrix.webhook.refused", "reason", reason).count();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(FakeSecrets.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
