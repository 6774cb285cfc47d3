package com.automatrix.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.contracts.message.AuditRecorded;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.testkit.TestTokens;
import com.automatrix.testkit.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

@PlatformIT
class AuditIT {

    private final String subject = UUID.randomUUID().toString();
    private final Audit audit;
    private final JdbcClient jdbc;
    private final JwtDecoder tokens;
    private final CloudEventRecords records;

    @Autowired
    AuditIT(Audit audit, JdbcClient jdbc, JwtDecoder tokens, CloudEventRecords records) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.records = records;
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_entry_says_who_changed_what() {
        var token = TestTokens.user("BUILDER").name("Mia").sign();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(tokens.decode(token)));

        Correlation.run(
                "correlation-3",
                () -> audit.record(
                        "workflow.renamed", "workflow", subject, Map.of("name", "a\u0000"), Map.of("name", "b")));

        assertThat(entry())
                .containsEntry("actor_id", TestTokens.USER_ID)
                .containsEntry("actor_name", "Mia")
                .containsEntry("action", "workflow.renamed")
                .containsEntry("before", "{\"name\": \"a\"}")
                .containsEntry("after", "{\"name\": \"b\"}")
                .containsEntry("correlation_id", "correlation-3");
    }

    @Test
    void an_entry_is_told_to_the_audit_trail() {
        try (TopicProbe told = TopicProbe.of(Topics.AUDIT_RECORDED)) {
            audit.recordBy(
                    new Audit.Actor(null, "nobody"), "session.refused", "user", subject, Map.of("address", "::1"));

            var entry = records.data(
                    told.await(message -> new String(message.value(), StandardCharsets.UTF_8).contains(subject)),
                    AuditRecorded.class);

            assertThat(entry.actorName()).isEqualTo("nobody");
            assertThat(entry.action()).isEqualTo("session.refused");
            assertThat(entry.after()).isEqualTo(Map.of("address", "::1"));
            assertThat(entry.before()).isNull();
        }
    }

    @Test
    void what_is_too_large_to_be_sent_is_kept_and_left_out() {
        try (TopicProbe told = TopicProbe.of(Topics.AUDIT_RECORDED)) {
            audit.record("sample.changed", "sample", subject, null, Map.of("text", "x".repeat(200_000)));

            var entry = records.data(
                    told.await(message -> new String(message.value(), StandardCharsets.UTF_8).contains(subject)),
                    AuditRecorded.class);

            assertThat(entry.after()).isNull();
            assertThat(String.valueOf(entry().get("after"))).hasSizeGreaterThan(200_000);
        }
    }

    @Test
    void outside_of_a_request_the_system_is_the_actor() {
        audit.record("template.seeded", "template", subject, null, null);

        assertThat(entry())
                .containsEntry("actor_id", null)
                .containsEntry("actor_name", "system")
                .containsEntry("before", null);
    }

    @Test
    void an_entry_can_be_neither_changed_nor_removed() {
        audit.record("template.seeded", "template", subject, null, null);

        assertThatThrownBy(() ->
                        jdbc.sql("update audit_log set actor_name = 'nobody'").update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_log").update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("truncate audit_log").update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThat(entry()).containsEntry("actor_name", "system");
    }

    private Map<String, @Nullable Object> entry() {
        return jdbc.sql("""
                select actor_id, actor_name, action, before::text, after::text, correlation_id
                from audit_log where subject_id = :subject""").param("subject", subject).query().singleRow();
    }
}
