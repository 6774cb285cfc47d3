package com.automatrix.workflow.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.WorkflowPublished;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.testkit.TestTokens;
import com.automatrix.testkit.TopicProbe;
import com.automatrix.workflow.RunningService;
import com.automatrix.workflow.StandInGateway;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningService
class LifecycleIT {

    private final StandInGateway gateway = StandInGateway.instance();

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

    @AfterEach
    void answerAgain() {
        gateway.failsWith(0);
    }

    private static String path(String id) {
        return "/api/workflows/" + id;
    }

    private String draft(String name) {
        return builder.post("/api/workflows", WorkflowJson.named(name)).text("/id");
    }

    private String published(String name) {
        String id = draft(name);
        post(id, "publish");
        return id;
    }

    private Answer post(String id, String action) {
        return builder.post(path(id) + "/" + action, "");
    }

    /** What was told of the workflow as the number-th, counted from 1. */
    private WorkflowPublished told(TopicProbe topic, String id, int number) {
        return records.data(
                topic.await(number, record -> id.equals(record.key())).getLast(), WorkflowPublished.class);
    }

    private List<String> actions(String id) {
        return jdbc.sql("SELECT action FROM audit_log WHERE subject_id = :id ORDER BY id")
                .param("id", id)
                .query((row, number) -> row.getString("action"))
                .list();
    }

    @Test
    void a_paused_workflow_is_told_of_whole_and_so_is_a_resumed_one() {
        String id = draft("Paused");

        try (TopicProbe topic = TopicProbe.of(Topics.WORKFLOW_PUBLISHED)) {
            post(id, "publish");
            Answer paused = post(id, "pause");
            WorkflowPublished told = told(topic, id, 2);
            Answer resumed = post(id, "resume");
            WorkflowPublished toldAgain = told(topic, id, 3);

            assertThat(paused.status()).isEqualTo(200);
            assertThat(paused.text("/status")).isEqualTo("PAUSED");
            assertThat(paused.json().path("publishedVersion").asInt()).isEqualTo(1);
            assertThat(told.paused()).isTrue();
            assertThat(told.version()).isEqualTo(1);
            assertThat(told.publishedBy()).isEqualTo(TestTokens.USER_ID.toString());
            assertThat(told.definition().nodes()).hasSize(1);
            assertThat(resumed.text("/status")).isEqualTo("PUBLISHED");
            assertThat(toldAgain.paused()).isNull();
        }
        assertThat(actions(id))
                .containsExactly("workflow.created", "workflow.published", "workflow.paused", "workflow.resumed");
    }

    @Test
    void what_is_done_twice_is_done_once() {
        String id = published("Twice");

        for (String action : List.of("pause", "pause", "resume", "resume", "archive", "archive")) {
            assertThat(post(id, action).status()).isEqualTo(200);
        }
        post(id, "unarchive");
        post(id, "unarchive");

        assertThat(actions(id))
                .containsExactly(
                        "workflow.created",
                        "workflow.published",
                        "workflow.paused",
                        "workflow.resumed",
                        "workflow.archived",
                        "workflow.unarchived");
    }

    @Test
    void a_new_version_of_a_paused_workflow_does_not_resume_it() {
        String id = draft("Careful");

        try (TopicProbe topic = TopicProbe.of(Topics.WORKFLOW_PUBLISHED)) {
            for (String action : List.of("publish", "pause", "publish")) {
                post(id, action);
            }

            WorkflowPublished told = told(topic, id, 3);
            assertThat(told.version()).isEqualTo(2);
            assertThat(told.paused()).isTrue();
        }
        assertThat(builder.get(path(id)).text("/status")).isEqualTo("PAUSED");
    }

    @Test
    void a_draft_that_was_never_published_can_be_neither_paused_nor_resumed() {
        String id = draft("Never");

        for (String action : List.of("pause", "resume")) {
            assertThat(post(id, action).status()).isEqualTo(409);
            assertThat(post(id, action).text("/code")).isEqualTo("workflow.not-published");
        }
        assertThat(post("0190a000-0000-7000-8000-00000000dead", "pause").status())
                .isEqualTo(404);
    }

    @Test
    void an_archived_workflow_is_out_of_sight_and_out_of_force_but_keeps_its_versions() {
        String id = published("Heron archived");

        try (TopicProbe topic = TopicProbe.of(Topics.WORKFLOW_PUBLISHED)) {
            assertThat(post(id, "archive").text("/status")).isEqualTo("ARCHIVED");

            topic.await(record -> id.equals(record.key()) && record.value() == null);
        }
        assertThat(builder.get("/api/workflows?query=heron").json().path("items"))
                .isEmpty();
        assertThat(builder.get("/api/workflows?query=heron&status=ARCHIVED").text("/items/0/id"))
                .isEqualTo(id);
        assertThat(builder.get(path(id) + "/versions").json().path("items")).hasSize(1);
        for (String action : List.of("publish", "pause", "resume")) {
            assertThat(post(id, action).status()).isEqualTo(409);
            assertThat(post(id, action).text("/code")).isEqualTo("workflow.archived");
        }
    }

    @Test
    void a_workflow_that_comes_out_of_the_archive_is_paused() {
        String id = draft("Back");

        try (TopicProbe topic = TopicProbe.of(Topics.WORKFLOW_PUBLISHED)) {
            post(id, "publish");
            post(id, "archive");
            assertThat(post(id, "unarchive").text("/status")).isEqualTo("PAUSED");

            assertThat(told(topic, id, 3).paused()).isTrue();
        }
        String never = draft("Back as a draft");
        post(never, "archive");
        assertThat(post(never, "unarchive").text("/status")).isEqualTo("DRAFT");
    }

    @Test
    void a_version_is_restored_as_the_draft_and_stays_as_it_is() {
        String id = published("Original");
        builder.put(path(id), "\"1\"", WorkflowJson.saved("Spoilt", WorkflowJson.BROKEN));

        Answer stale = builder.post(path(id) + "/versions/1/restore", "", "If-Match", "\"1\"");
        Answer restored = builder.post(path(id) + "/versions/1/restore", "", "If-Match", "\"2\"");

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/current/name")).isEqualTo("Spoilt");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.header("ETag")).isEqualTo("\"3\"");
        assertThat(restored.text("/name")).isEqualTo("Original");
        assertThat(restored.json().path("problems")).isEmpty();
        assertThat(restored.json().path("definition"))
                .isEqualTo(builder.get(path(id) + "/versions/1").json().path("definition"));
        assertThat(restored.json().path("publishedVersion").asInt()).isEqualTo(1);
        assertThat(post(id, "versions/1/restore").status()).isEqualTo(200);
        assertThat(post(id, "versions/7/restore").text("/code")).isEqualTo("workflow.unknown-version");
        assertThat(actions(id)).contains("workflow.restored");
    }

    @Test
    void a_workflow_is_not_deleted_while_its_executions_run() {
        String id = published("Busy");
        gateway.runs(id, 3);

        Answer refused = builder.delete(path(id));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("workflow.executions-running");
        assertThat(refused.text("/detail")).contains("but 3 are");
        assertThat(gateway.callsFor(id)).singleElement().satisfies(call -> {
            assertThat(call.uri()).isEqualTo("/api/executions/versions?workflowId=" + id);
            assertThat(call.authorization()).isEqualTo(builder.authorization());
        });
        assertThat(builder.get(path(id)).status()).isEqualTo(200);
    }

    @Test
    void an_administrator_deletes_by_force_what_runs_being_cancelled_first() {
        String id = published("Forced");
        gateway.runs(id, 3);
        Http admin = Http.as("ADMIN", port);

        assertThat(builder.delete(path(id) + "?force=true").status()).isEqualTo(403);
        try (TopicProbe topic = TopicProbe.of(Topics.WORKFLOW_PUBLISHED)) {
            assertThat(admin.delete(path(id) + "?force=true").status()).isEqualTo(204);

            topic.await(record -> id.equals(record.key()) && record.value() == null);
        }
        assertThat(gateway.callsFor(id)).singleElement().satisfies(call -> {
            assertThat(call.method() + " " + call.uri()).isEqualTo("POST /api/executions/cancellations");
            assertThat(call.authorization()).isEqualTo(admin.authorization());
        });
        assertThat(builder.get(path(id)).status()).isEqualTo(404);
    }

    @Test
    void what_was_published_is_not_deleted_while_nobody_can_say_what_runs() {
        String id = published("Unsure");
        String never = draft("Sure");
        gateway.failsWith(503);

        Answer refused = builder.delete(path(id));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("/code")).isEqualTo("gateway.service-unavailable");
        assertThat(Http.as("ADMIN", port).delete(path(id) + "?force=true").status())
                .isEqualTo(503);
        assertThat(builder.delete(path(never)).status()).isEqualTo(204);
        gateway.failsWith(401);
        assertThat(builder.delete(path(id)).status()).isEqualTo(401);
    }

    @Test
    void versions_are_compared_with_each_other_and_with_the_draft() {
        String id = published("Compared");
        builder.put(
                path(id),
                "\"1\"",
                WorkflowJson.saved("Compared", WorkflowJson.GREETING.replace("Hello", "Good morning")));
        post(id, "publish");
        builder.put(path(id), "\"2\"", WorkflowJson.saved("Renamed", WorkflowJson.GREETING));

        Answer versions = builder.get(path(id) + "/versions/1/diff/2");
        Answer draft = builder.get(path(id) + "/versions/1/diff/draft");

        assertThat(versions.text("/from") + " " + versions.text("/to")).isEqualTo("1 2");
        assertThat(versions.text("/steps/changed/0/id")).isEqualTo("greet");
        assertThat(versions.text("/steps/changed/0/fields/0/pointer")).isEqualTo("/config/value/text");
        assertThat(versions.text("/steps/changed/0/fields/0/change")).isEqualTo("CHANGED");
        assertThat(versions.text("/steps/changed/0/fields/0/before")).startsWith("Hello");
        assertThat(versions.text("/steps/changed/0/fields/0/after")).startsWith("Good morning");
        assertThat(versions.text("/summary/0")).isEqualTo("Changes \"Value\" of \"Greet\".");
        assertThat(draft.text("/summary/0")).isEqualTo("Renames the workflow from \"Compared\" to \"Renamed\".");
        assertThat(draft.json().path("summary")).hasSize(1);
        for (String unknown : List.of("7", "0", "latest", "99999999999")) {
            assertThat(builder.get(path(id) + "/versions/1/diff/" + unknown).text("/code"))
                    .isEqualTo("workflow.unknown-version");
        }
    }

    @Test
    void the_list_of_versions_says_who_published_what_when_and_why() {
        String id = draft("Noted");
        Answer published = builder.post(path(id) + "/publish", "{\"note\": \"Shorter text\"}");

        Answer list = Http.as("VIEWER", port).get(path(id) + "/versions");

        assertThat(list.json().at("/items/0")).isEqualTo(published.json());
        assertThat(list.text("/items/0/note")).isEqualTo("Shorter text");
        assertThat(list.text("/items/0/publishedBy")).isEqualTo("Test User");
        assertThat(list.text("/items/0/publishedAt")).isNotEmpty();
    }

    @Test
    void a_viewer_may_compare_but_change_nothing() {
        String id = published("Watched");
        Http viewer = Http.as("VIEWER", port);

        for (String action : List.of("pause", "resume", "archive", "unarchive", "versions/1/restore")) {
            assertThat(viewer.post(path(id) + "/" + action, "").status()).isEqualTo(403);
        }
        assertThat(viewer.delete(path(id)).status()).isEqualTo(403);
        assertThat(viewer.get(path(id) + "/versions/1/diff/draft").text("/summary/0"))
                .isEqualTo("There is no difference.");
    }
}
