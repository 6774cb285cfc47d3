package com.automatrix.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.platform.testapp.PlatformIT;
import com.automatrix.platform.trace.Correlation;
import com.automatrix.testkit.TestTokens;
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

    @Autowired
    AuditIT(Audit audit, JdbcClient jdbc, JwtDecoder tokens) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.tokens = tokens;
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
