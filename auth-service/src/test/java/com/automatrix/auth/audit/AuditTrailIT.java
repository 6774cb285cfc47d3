package com.automatrix.auth.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.automatrix.auth.AuthClient;
import com.automatrix.auth.AuthClient.Answer;
import com.automatrix.auth.AuthServiceTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@AuthServiceTest
class AuditTrailIT {

    private static final String PASSWORD = "red truck blue truck";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AuthClient client;
    private final AuditService audit;
    private final JdbcClient jdbc;

    AuditTrailIT(AuthClient client, AuditService audit, JdbcClient jdbc) {
        this.client = client;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    void signing_in_failing_to_and_signing_out_are_in_the_trail() {
        String id = client.user("trail@example.com", PASSWORD, "VIEWER");
        client.login("trail@example.com", "wrong wrong wrong");
        Answer signedIn = client.login("trail@example.com", PASSWORD);
        client.send(client.request("POST", "/api/auth/logout", null).header("Cookie", signedIn.cookie()));

        // The first session is the one in which the invitation's password was replaced.
        JsonNode opened = awaitEntries("?subject=user/" + id + "&action=session.opened", 2);
        JsonNode refused = awaitEntries("?subject=user/" + id + "&action=session.refused", 1);
        JsonNode closed = awaitEntries("?subject=user/" + id + "&action=session.closed", 1);

        assertThat(opened.at("/0/actor/id").asString()).isEqualTo(id);
        assertThat(opened.at("/0/service").asString()).isEqualTo("auth-service");
        assertThat(opened.at("/0/subject/name").asString()).isEqualTo("Test User");
        assertThat(opened.at("/0/detail/address").asString()).isNotEmpty();
        assertThat(refused.at("/0/actor/name").asString()).isEqualTo("nobody");
        assertThat(closed.at("/0/actor/name").asString()).isEqualTo("Test User");
        assertThat(refused.toString()).doesNotContain("wrong wrong");
    }

    @Test
    void pages_follow_each_other_and_filters_hold() {
        String id = client.user("pages@example.com", PASSWORD, "VIEWER");
        client.login("pages@example.com", PASSWORD);
        client.login("pages@example.com", PASSWORD);
        awaitEntries("?actor=" + id, 2);

        Answer first = trail("?limit=1&actor=" + id);
        Answer second = trail(
                "?limit=1&actor=" + id + "&cursor=" + first.body().path("next").asString());

        assertThat(first.body().path("items").size()).isEqualTo(1);
        assertThat(second.body().path("items").size()).isEqualTo(1);
        assertThat(second.body().at("/items/0/id")).isNotEqualTo(first.body().at("/items/0/id"));
        assertThat(trail("?actor=" + id + "&to=2001-01-01T00:00:00Z").body().path("items"))
                .isEmpty();
    }

    @Test
    void the_export_is_a_file_with_the_same_entries() throws IOException, InterruptedException {
        String id = client.user("export@example.com", PASSWORD, "VIEWER");
        client.login("export@example.com", PASSWORD);
        awaitEntries("?actor=" + id, 1);

        HttpResponse<String> file = HttpClient.newHttpClient()
                .send(
                        client.request("GET", "/api/audit?format=csv&actor=" + id, null)
                                .header("Authorization", "Bearer " + client.administrator())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body()).startsWith("at,actor,actorId,action,").contains(",session.opened,user," + id);
    }

    @Test
    void only_administrators_look_and_nonsense_is_refused() {
        client.user("viewer.audit@example.com", PASSWORD, "VIEWER");
        String viewer = client.login("viewer.audit@example.com", PASSWORD).accessToken();

        assertThat(client.get("/api/audit", viewer).status()).isEqualTo(403);
        assertThat(trail("?from=yesterday").code()).isEqualTo("audit.bad-time");
        assertThat(trail("?cursor=nonsense").code()).isEqualTo("page.bad-cursor");
        assertThat(trail("?limit=0").status()).isEqualTo(400);
    }

    @Test
    void entries_can_be_neither_changed_nor_removed_until_they_are_old() {
        UUID young = entry(Instant.now());
        UUID old = entry(Instant.now().minus(Duration.ofDays(3_000)));
        audit.add(stored(young, Instant.now()));

        assertThatThrownBy(() -> jdbc.sql("update audit_trail set action = 'x'").update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_trail").update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("truncate audit_trail").update())
                .rootCause()
                .hasMessageContaining("append-only");
        audit.forgetOld();

        assertThat(count(young)).isEqualTo(1);
        assertThat(count(old)).isZero();
    }

    private UUID entry(Instant at) {
        UUID id = UUID.randomUUID();
        audit.add(stored(id, at));
        return id;
    }

    private static AuditEntry stored(UUID id, Instant at) {
        return new AuditEntry(
                id,
                at,
                new AuditEntry.Actor(null, "system"),
                "test.done",
                new AuditEntry.Subject("test", "1", null),
                "test",
                null,
                "c-1");
    }

    private int count(UUID id) {
        return jdbc.sql("select count(*) from audit_trail where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private JsonNode awaitEntries(String query, int count) {
        await().atMost(PATIENCE).until(() -> trail(query).body().path("items").size() >= count);
        return trail(query).body().path("items");
    }

    private Answer trail(String query) {
        return client.get("/api/audit" + query, client.administrator());
    }
}
