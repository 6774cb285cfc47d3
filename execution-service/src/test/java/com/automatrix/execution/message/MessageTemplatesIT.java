package com.automatrix.execution.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.execution.Http;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class MessageTemplatesIT {

    private static final String PATH = "/api/message-templates";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private JdbcClient jdbc;

    private Http builder;
    private String name;

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
        name = "t-" + neighbours.newId();
    }

    private Http.Answer add(String text) {
        return builder.post(PATH, """
                {"name": "%s", "subject": "For {{ who }}", "text": "%s", "html": "<p>{{ who }}</p>"}""".formatted(name, text));
    }

    @Test
    void a_text_is_stored_changed_and_deleted_and_the_log_knows_what_it_was() {
        Http.Answer added = add("Hello {{ who }}");
        Http.Answer changed = builder.put(PATH + "/" + name, """
                {"subject": "For {{ who }}", "text": "Good day {{ who }}", "version": 1}""");
        Http.Answer stale = builder.put(PATH + "/" + name, """
                {"subject": "Other", "text": "Other", "version": 1}""");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/variables/0")).isEqualTo("who");
        assertThat(changed.text("/text")).isEqualTo("Good day {{ who }}");
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/current/text")).isEqualTo("Good day {{ who }}");
        assertThat(add("Again").text("/code")).isEqualTo("message-template.name-taken");
        assertThat(builder.delete(PATH + "/" + name).status()).isEqualTo(204);
        assertThat(builder.get(PATH + "/" + name).text("/code")).isEqualTo("message-template.not-found");
        assertThat(jdbc.sql("SELECT action FROM audit_log WHERE subject_type = 'message-template' AND subject_id = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "message-template.added", "message-template.changed", "message-template.deleted");
    }

    @Test
    void what_cannot_be_filled_in_is_refused_at_its_pointer_and_viewers_change_nothing() {
        Http.Answer refused = add("Hello {{ 1 + 1 }}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/violations/0/pointer")).isEqualTo("/text");
        assertThat(refused.text("/violations/0/code")).isEqualTo("message-template.bad-placeholder");
        assertThat(Http.as("VIEWER", port)
                        .post(PATH, "{\"name\": \"x\", \"subject\": \"x\", \"text\": \"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(Http.as("VIEWER", port)
                        .get(PATH)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(template -> template.path("name").asString()))
                .contains("appointment-reminder", "car-is-ready", "lead-first-reply");
    }

    @Test
    void a_step_sends_a_stored_text_with_its_values() {
        add("Hello {{ who }}");

        JsonNode sent = run("{\"who\": \"<Marie>\"}");

        JsonNode message = builder.get(
                        "/api/messages/" + sent.at("/output/mail/messageId").asString())
                .json();
        assertThat(message.path("subject").asString()).isEqualTo("For <Marie>");
        assertThat(message.path("text").asString()).startsWith("Hello <Marie>");
        assertThat(message.path("html").asString()).startsWith("<p>&lt;Marie&gt;</p>");
        assertThat(run("{}").at("/error/code").asString()).isEqualTo("message.template-value-missing");
        builder.delete(PATH + "/" + name);
        assertThat(run("{}").at("/error/code").asString()).isEqualTo("message.template-not-found");
    }

    private JsonNode run(String values) {
        return builder.awaitEnd(builder.execute(neighbours.publish("Sends", """
                {"specVersion": "1", "edges": [],
                 "nodes": [{"id": "mail", "type": "email.send",
                            "config": {"to": "marie@example.test", "template": "%s", "values": %s}}]}""".formatted(name, values)), "{}"));
    }
}
