package com.automatrix.workflow.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.testkit.TestTokens;
import com.automatrix.testkit.TopicProbe;
import com.automatrix.workflow.RunningService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class PublicationIT {

    @LocalServerPort
    private int port;

    @Autowired
    private CloudEventRecords records;

    @Autowired
    private JdbcClient jdbc;

    private Http builder;

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
    }

    @Test
    void a_published_workflow_reaches_the_other_services() {
        String id = created(WorkflowJson.named("Greet"));

        try (TopicProbe published = TopicProbe.of(Topics.WORKFLOW_PUBLISHED)) {
            Answer answer = builder.post("/api/workflows/" + id + "/publish", "{\"note\": \"First\"}");

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().at("/version").asInt()).isEqualTo(1);
            assertThat(answer.text("/note")).isEqualTo("First");
            assertThat(answer.text("/publishedBy")).isEqualTo("Test User");
            assertThat(answer.header("Location")).isEqualTo("/api/workflows/" + id + "/versions/1");

            ConsumerRecord<String, byte[]> message = published.await(record -> id.equals(record.key()));
            assertThat(records.read(message).getType()).isEqualTo(MessageTypes.WORKFLOW_PUBLISHED);
            WorkflowPublished data = records.data(message, WorkflowPublished.class);
            assertThat(data.workflowId().toString()).isEqualTo(id);
            assertThat(data.version()).isEqualTo(1);
            assertThat(data.name()).isEqualTo("Greet");
            assertThat(data.category()).isEqualTo("SALES");
            assertThat(data.publishedBy()).isEqualTo(TestTokens.USER_ID.toString());
            assertThat(data.definition().nodes())
                    .singleElement()
                    .satisfies(node -> assertThat(node.nameOrId()).isEqualTo("Greet"));
        }
    }

    @Test
    void publishing_again_makes_the_next_version_and_keeps_the_one_before() {
        String id = created(WorkflowJson.named("Twice"));
        publish(id);
        builder.put("/api/workflows/" + id, "\"1\"", WorkflowJson.saved("Renamed", WorkflowJson.GREETING));

        Answer second = publish(id);
        Answer third = publish(id);

        assertThat(second.json().at("/version").asInt()).isEqualTo(2);
        assertThat(third.json().at("/version").asInt()).isEqualTo(3);
        assertThat(builder.get("/api/workflows/" + id + "/versions")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("version").asInt() + " "
                                + item.path("name").asString("")))
                .containsExactly("3 Renamed", "2 Renamed", "1 Twice");
        Answer first = builder.get("/api/workflows/" + id + "/versions/1");
        assertThat(first.text("/name")).isEqualTo("Twice");
        assertThat(first.text("/definition/nodes/0/id")).isEqualTo("greet");
        assertThat(first.text("/category")).isEqualTo("SALES");
    }

    @Test
    void publishing_leaves_the_drafts_revision_alone() {
        String id = created(WorkflowJson.named("Steady"));

        publish(id);

        Answer workflow = builder.get("/api/workflows/" + id);
        assertThat(workflow.header("ETag")).isEqualTo("\"1\"");
        assertThat(workflow.text("/status")).isEqualTo("PUBLISHED");
        assertThat(workflow.json().at("/publishedVersion").asInt()).isEqualTo(1);
    }

    @Test
    void a_draft_with_errors_is_saved_but_not_published() {
        String id = created(WorkflowJson.saved("Broken", WorkflowJson.BROKEN));

        Answer refused = publish(id);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo("workflow.not-publishable");
        assertThat(refused.violations()).containsExactly("/nodes/0/config/value expression.unknown-step");
        assertThat(builder.get("/api/workflows/" + id).text("/status")).isEqualTo("DRAFT");
    }

    @Test
    void deleting_a_published_workflow_tells_the_others_to_forget_it() {
        String id = created(WorkflowJson.named("Short-lived"));
        publish(id);

        try (TopicProbe published = TopicProbe.of(Topics.WORKFLOW_PUBLISHED)) {
            assertThat(builder.delete("/api/workflows/" + id).status()).isEqualTo(204);

            published.await(record -> id.equals(record.key()) && record.value() == null);
        }
        assertThat(builder.get("/api/workflows/" + id).status()).isEqualTo(404);
        assertThat(builder.get("/api/workflows/" + id + "/versions").status()).isEqualTo(404);
    }

    @Test
    void the_database_refuses_to_change_a_published_version() {
        String id = created(WorkflowJson.named("Immutable"));
        publish(id);

        assertThat(catchThrowable(() ->
                        jdbc.sql("UPDATE workflow_versions SET name = 'x'").update()))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("immutable");
    }

    @Test
    void a_version_that_does_not_exist_is_not_found() {
        String id = created(WorkflowJson.named("Unpublished"));

        assertThat(builder.get("/api/workflows/" + id + "/versions/1").text("/code"))
                .isEqualTo("workflow.unknown-version");
        assertThat(publish("0190a000-0000-7000-8000-00000000dead").text("/code"))
                .isEqualTo("workflow.not-found");
    }

    @Test
    void a_viewer_may_look_but_not_publish() {
        String id = created(WorkflowJson.named("Watched"));
        Http viewer = Http.as("VIEWER", port);

        assertThat(viewer.get("/api/workflows/" + id).status()).isEqualTo(200);
        assertThat(viewer.post("/api/workflows/" + id + "/publish", "{}").status())
                .isEqualTo(403);
    }

    private String created(String body) {
        return builder.post("/api/workflows", body).text("/id");
    }

    private Answer publish(String id) {
        return builder.post("/api/workflows/" + id + "/publish", "{}");
    }
}
