package com.automatrix.platform.security;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.SessionRevoked;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.testapp.Http;
import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.testkit.TestTokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;

@PlatformIT
class SecurityIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private final KafkaTemplate<String, byte[]> kafka;
    private final CloudEventRecords records;
    private Http http;

    @Autowired
    SecurityIT(KafkaTemplate<String, byte[]> kafka, CloudEventRecords records) {
        this.kafka = kafka;
        this.records = records;
        this.http = new Http(0);
    }

    @BeforeEach
    void callTheService() {
        http = new Http(port);
    }

    @Test
    void a_stranger_is_told_nothing_but_that_a_token_is_needed() {
        var answer = http.send(http.anonymouslyTo("/api/me").header("X-Correlation-Id", "c"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.response().body()).isEqualTo("""
                {"type":"urn:automatrix:problem:auth.unauthenticated","title":"Unauthorized","status":401,\
                "detail":"A valid access token is required.","instance":"/api/me","code":"auth.unauthenticated",\
                "correlationId":"c","violations":[]}""");
    }

    @Test
    void every_bad_token_gets_the_same_answer() {
        var stranger = body("nonsense");

        assertThat(body(TestTokens.user("ADMIN").signByStranger())).isEqualTo(stranger);
        assertThat(body(TestTokens.user("ADMIN")
                        .expiresAt(Instant.now().minusSeconds(60))
                        .sign()))
                .isEqualTo(stranger);
        assertThat(body(TestTokens.user("ADMIN").issuer("somebody").sign())).isEqualTo(stranger);
        assertThat(body(TestTokens.user("ADMIN").audience("somebody").sign())).isEqualTo(stranger);
        assertThat(body(TestTokens.user("ADMIN").session(null).sign())).isEqualTo(stranger);
        assertThat(body(withoutSignature(TestTokens.token("ADMIN")))).isEqualTo(stranger);
    }

    @Test
    void the_user_is_who_the_token_says() {
        var id = UUID.randomUUID();
        var token = TestTokens.user("BUILDER", "APPROVER", "NOT-A-ROLE")
                .id(id)
                .email("mia@dealer.test")
                .name("Mia")
                .sign();

        var me = as(token, "/api/me").json();

        assertThat(me.path("id").asString()).isEqualTo(id.toString());
        assertThat(me.path("email").asString()).isEqualTo("mia@dealer.test");
        assertThat(me.path("name").asString()).isEqualTo("Mia");
        assertThat(me.path("roles").valueStream().map(role -> role.asString()))
                .containsExactlyInAnyOrder("BUILDER", "APPROVER");
    }

    @Test
    void a_role_may_do_what_the_roles_below_it_may() {
        assertThat(as(TestTokens.token("ADMIN"), "/api/builders").status()).isEqualTo(200);
        assertThat(as(TestTokens.token("BUILDER"), "/api/builders").status()).isEqualTo(200);
        assertThat(as(TestTokens.token("APPROVER"), "/api/viewers").status()).isEqualTo(200);
    }

    @Test
    void a_user_without_the_role_is_told_so() {
        var answer = as(TestTokens.token("OPERATOR", "APPROVER"), "/api/builders");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("auth.forbidden");
        assertThat(as(TestTokens.token(), "/api/viewers").status()).isEqualTo(403);
    }

    @Test
    void a_public_path_needs_no_token() {
        assertThat(http.send(http.anonymouslyTo("/api/public/hello")).status()).isEqualTo(200);
    }

    @Test
    void an_unknown_path_is_hidden_from_strangers() {
        assertThat(http.send(http.anonymouslyTo("/api/nothing")).status()).isEqualTo(401);
    }

    @Test
    void a_revoked_session_is_out_at_once() {
        var session = UUID.randomUUID().toString();
        var token = TestTokens.user("VIEWER").session(session).sign();
        assertThat(as(token, "/api/viewers").status()).isEqualTo(200);

        revoke(session, Instant.now().plusSeconds(600));

        await().atMost(20, SECONDS).until(() -> as(token, "/api/viewers").status() == 401);
        assertThat(as(TestTokens.token("VIEWER"), "/api/viewers").status()).isEqualTo(200);
    }

    @Test
    void health_and_metrics_are_on_the_management_port_only() {
        var management = new Http(managementPort);

        var liveness = management.send(management.anonymouslyTo("/actuator/health/liveness"));
        var readiness = management.send(management.anonymouslyTo("/actuator/health/readiness"));
        var metrics = management.send(management.anonymouslyTo("/actuator/prometheus"));

        assertThat(liveness.json().path("status").asString()).isEqualTo("UP");
        assertThat(readiness.json().path("status").asString()).isEqualTo("UP");
        assertThat(metrics.response().body())
                .contains("jvm_memory_used_bytes")
                .contains("service=\"sample-service\"")
                .contains("automatrix_outbox_published_total");
        assertThat(http.get("/actuator/health").status()).isEqualTo(404);
        assertThat(management.send(management.anonymouslyTo("/actuator/env")).status())
                .isNotEqualTo(200);
    }

    private void revoke(String session, Instant until) {
        var revoked = new SessionRevoked(session, until);
        kafka.send(records.record(Topics.SESSION_REVOKED, session, MessageTypes.SESSION_REVOKED, revoked))
                .join();
    }

    private Http.Answer as(String token, String path) {
        return http.send(http.anonymouslyTo(path).header("Authorization", "Bearer " + token));
    }

    private String body(String token) {
        var answer = http.send(http.anonymouslyTo("/api/me")
                .header("Authorization", "Bearer " + token)
                .header("X-Correlation-Id", "c"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        return answer.response().body();
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }
}
