package com.automatrix.workflow.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.workflow.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@RunningService
class WorkflowsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Http builder;

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
    }

    @Test
    void a_workflow_is_created_and_read_again_as_it_was() {
        Answer created = builder.post("/api/workflows", WorkflowJson.named("Greet"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Location")).isEqualTo("/api/workflows/" + created.text("/id"));
        Answer read = builder.get(created.header("Location"));
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.text("/status")).isEqualTo("DRAFT");
        assertThat(read.json().has("publishedVersion")).isTrue();
        assertThat(read.json().get("publishedVersion").isNull()).isTrue();
        assertThat(read.text("/updatedBy")).isEqualTo("Test User");
        assertThat(read.text("/triggers/0/eventType")).isEqualTo("com.automatrix.lead.received.v1");
        assertThat(read.text("/definition/nodes/0/config/value/text")).isEqualTo("Hello {{ input.person.firstName }}");
        assertThat(read.json().path("problems")).isEmpty();
    }

    @Test
    void the_fields_of_a_form_keep_their_order() {
        String form = """
                {"specVersion": "1", "nodes": [{"id": "call", "type": "human.task", "config": {"role": "BDC",
                 "form": {"type": "object", "properties": {"reached": {"type": "boolean"}, "day": {"type": "string"},
                                                           "channel": {"type": "string"}}}}}], "edges": []}""";

        String path =
                builder.post("/api/workflows", WorkflowJson.saved("Call", form)).header("Location");
        builder.post(path + "/publish", "{}");

        for (String kept : List.of(path, path + "/versions/1")) {
            JsonNode fields = builder.get(kept).json().at("/definition/nodes/0/config/form/properties");
            assertThat(fields.propertyNames()).as(kept).containsExactly("reached", "day", "channel");
        }
    }

    @Test
    void a_draft_is_saved_with_its_problems() {
        Answer created = builder.post("/api/workflows", WorkflowJson.saved("Broken", WorkflowJson.BROKEN));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().at("/problemCount").asInt()).isEqualTo(1);
        assertThat(created.text("/problems/0/severity")).isEqualTo("ERROR");
        assertThat(created.text("/problems/0/code")).isEqualTo("expression.unknown-step");
        assertThat(created.text("/problems/0/nodeId")).isEqualTo("a");
        assertThat(created.text("/problems/0/pointer")).isEqualTo("/nodes/0/config/value");
    }

    @Test
    void a_change_names_the_revision_that_it_is_based_on() {
        String path =
                builder.post("/api/workflows", WorkflowJson.named("Edited")).header("Location");

        Answer first = builder.put(path, "\"1\"", WorkflowJson.named("Edited by me"));
        Answer stale = builder.put(path, "\"1\"", WorkflowJson.named("Edited by somebody else"));
        Answer forced = builder.put(path, "*", WorkflowJson.named("Edited by force"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/code")).isEqualTo("workflow.stale");
        assertThat(stale.text("/current/name")).isEqualTo("Edited by me");
        assertThat(stale.json().at("/current/revision").asInt()).isEqualTo(2);
        assertThat(stale.text("/current/updatedBy")).isEqualTo("Test User");
        assertThat(stale.text("/current/updatedAt")).isEqualTo(first.text("/updatedAt"));
        assertThat(stale.json().at("/current/definition"))
                .isEqualTo(first.json().at("/definition"));
        assertThat(forced.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void a_change_without_a_readable_revision_is_refused() {
        String path =
                builder.post("/api/workflows", WorkflowJson.named("Careful")).header("Location");

        assertThat(builder.put(path, WorkflowJson.named("x")).violations().toString())
                .contains("header:If-Match");
        assertThat(builder.put(path, "latest", WorkflowJson.named("x")).violations())
                .containsExactly("header:If-Match request.bad-header");
    }

    @Test
    void only_one_of_many_changes_at_once_succeeds() throws Exception {
        String path =
                builder.post("/api/workflows", WorkflowJson.named("Contended")).header("Location");
        List<Integer> statuses = new ArrayList<>();

        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(index -> Thread.ofVirtual().start(() -> {
                    int status = builder.put(path, "\"1\"", WorkflowJson.named("Change " + index))
                            .status();
                    synchronized (statuses) {
                        statuses.add(status);
                    }
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(statuses).hasSize(8).containsOnlyOnce(200).contains(412).doesNotContain(500);
    }

    @Test
    void the_list_is_searched_and_read_page_by_page() {
        for (int index = 0; index < 5; index++) {
            builder.post("/api/workflows", WorkflowJson.named("Zebra_100% no. " + index));
        }

        Answer first = builder.get("/api/workflows?query=zebra_100%25&limit=2");
        Answer second = builder.get("/api/workflows?query=ZEBRA&limit=2&cursor=" + first.text("/nextCursor"));
        Answer third = builder.get("/api/workflows?query=zebra&limit=2&cursor=" + second.text("/nextCursor"));

        assertThat(names(first)).containsExactly("Zebra_100% no. 4", "Zebra_100% no. 3");
        assertThat(names(second)).containsExactly("Zebra_100% no. 2", "Zebra_100% no. 1");
        assertThat(names(third)).containsExactly("Zebra_100% no. 0");
        assertThat(third.json().path("nextCursor").isMissingNode()
                        || third.json().path("nextCursor").isNull())
                .isTrue();
        assertThat(first.json().at("/items/0").has("definition")).isFalse();
        assertThat(names(builder.get("/api/workflows?query=zebra-100"))).isEmpty();
    }

    @Test
    void the_list_is_filtered_by_status() {
        String path = builder.post("/api/workflows", WorkflowJson.named("Giraffe live"))
                .header("Location");
        builder.post("/api/workflows", WorkflowJson.named("Giraffe draft"));
        builder.post(path + "/publish", "{}");

        assertThat(names(builder.get("/api/workflows?query=giraffe&status=PUBLISHED")))
                .containsExactly("Giraffe live");
        assertThat(names(builder.get("/api/workflows?query=giraffe&status=DRAFT")))
                .containsExactly("Giraffe draft");
        assertThat(builder.get("/api/workflows?status=LOST").status()).isEqualTo(400);
        assertThat(builder.get("/api/workflows?limit=0").text("/code")).isEqualTo("page.bad-limit");
        assertThat(builder.get("/api/workflows?cursor=nonsense").text("/code")).isEqualTo("page.bad-cursor");
    }

    @Test
    void a_body_that_is_wrong_is_refused_at_its_place() {
        assertThat(builder.post("/api/workflows", "{\"name\": \"\", \"definition\": {}}")
                        .violations()
                        .toString())
                .contains("/name");
        assertThat(builder.post("/api/workflows", "{\"name\": \"x\"}")
                        .violations()
                        .toString())
                .contains("/definition");
        assertThat(builder.post("/api/workflows", "{\"name\": \"x\", \"definition\": {}, \"colour\": 1}")
                        .violations()
                        .toString())
                .contains("/colour");
        assertThat(builder.post("/api/workflows", "{\"name\": \"x\", \"definition\": 5}")
                        .violations()
                        .toString())
                .contains("/definition");
        assertThat(builder.post("/api/workflows", "{\"name\": ").status()).isEqualTo(400);
    }

    @Test
    void a_definition_of_more_than_a_mebibyte_is_refused() {
        String large = WorkflowJson.GREETING.replace("Hello", "Hello " + "o".repeat(1_100_000));

        assertThat(builder.post("/api/workflows", WorkflowJson.saved("Large", large))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void a_definition_is_validated_without_being_kept() {
        Answer answer = builder.post("/api/workflows/validate", "{\"definition\": " + WorkflowJson.BROKEN + "}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/problems/0/code")).isEqualTo("expression.unknown-step");
        assertThat(answer.text("/problems/0/message")).endsWith(".");
    }

    @Test
    void a_problem_of_each_severity_is_answered() {
        Answer answer = validate("""
                {"specVersion": "1", "edges": [{"source": "unused", "target": "check"}], "nodes": [
                 {"id": "unused", "type": "data.transform", "config": {"value": "{{ input.a }}"}},
                 {"id": "check", "type": "flow.if", "config": {"condition": "input.open"}},
                 {"id": "broken", "type": "data.transform", "config": {"value": "{{ steps.check.output }}"}}]}""");

        assertThat(codes(answer))
                .containsExactlyInAnyOrder(
                        "ERROR expression.not-upstream", "WARNING expression.fixed", "HINT output.unused");
    }

    @Test
    void hints_do_not_count_as_problems_of_a_draft() {
        Answer created = builder.post("/api/workflows", WorkflowJson.saved("Hinted", """
                {"specVersion": "1", "edges": [{"source": "unused", "target": "last"}], "nodes": [
                 {"id": "unused", "type": "data.transform", "config": {"value": "{{ input.a }}"}},
                 {"id": "last", "type": "data.transform", "config": {"value": 2}}]}"""));

        assertThat(codes(created)).containsExactly("HINT output.unused");
        assertThat(created.json().at("/problemCount").asInt()).isZero();
    }

    @Test
    void json_that_cannot_be_read_is_refused_with_its_position() {
        Answer answer = builder.post("/api/workflows/validate", "{\"definition\":\n  {\"specVersion\": \"1\",,}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("request.malformed-json");
        assertThat(answer.json().toString()).contains("line 2");
    }

    @Test
    void a_body_of_ten_megabytes_is_refused() {
        Answer answer = validate(WorkflowJson.GREETING.replace("Hello", "Hello " + "o".repeat(10_000_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("/code")).isEqualTo("request.too-large");
    }

    @Test
    void a_definition_that_is_too_large_to_keep_is_not_validated_either() {
        Answer answer = validate(WorkflowJson.GREETING.replace("Hello", "Hello " + "o".repeat(1_100_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("/code")).isEqualTo("workflow.too-large");
    }

    @Test
    void a_definition_of_ten_thousand_steps_is_refused_by_its_size_alone() {
        String nodes = IntStream.range(0, 10_000)
                .mapToObj("{\"id\": \"s%d\", \"type\": \"flow.end\"}"::formatted)
                .collect(Collectors.joining(","));

        Answer answer = validate("{\"specVersion\": \"1\", \"edges\": [], \"nodes\": [" + nodes + "]}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(codes(answer)).containsExactly("ERROR definition.wrong-size");
        assertThat(answer.text("/problems/0/message"))
                .isEqualTo("Expected nodes to have at most 2000 items, but it has 10000."
                        + " Move a part into a workflow of its own, and call that.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "a.b", "{{ a }}", "1a", "", "caf\u00e9", "\u8eca", "\ud83d\ude97", "a/b~c", "' OR 1=1"})
    void an_id_with_odd_characters_is_refused_at_its_place(String id) {
        Answer answer = validate("""
                {"specVersion": "1", "edges": [], "nodes": [
                 {"id": "%s", "type": "data.transform", "config": {"value": 1}}]}""".formatted(id));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(codes(answer)).containsExactly("ERROR definition.wrong-format");
        assertThat(answer.text("/problems/0/pointer")).isEqualTo("/nodes/0/id");
    }

    @Test
    void texts_may_be_in_any_script() {
        Answer answer = validate("""
                {"specVersion": "1", "edges": [], "nodes": [{"id": "a", "type": "data.transform", "name": "\u8eca \ud83d\ude97",
                 "config": {"value": "\u00c7a marche, {{ input.`pr\u00e9nom` }} \ud83d\ude97"}}]}""");

        assertThat(codes(answer)).isEmpty();
    }

    @Test
    void an_id_that_is_there_twice_is_refused_at_the_second() {
        Answer answer = validate("""
                {"specVersion": "1", "edges": [], "nodes": [
                 {"id": "a", "type": "data.transform", "config": {"value": 1}},
                 {"id": "a", "type": "data.transform", "config": {"value": 2}}]}""");

        assertThat(codes(answer)).containsExactly("ERROR graph.duplicate-node");
        assertThat(answer.text("/problems/0/pointer")).isEqualTo("/nodes/1/id");
    }

    private Answer validate(String definition) {
        return builder.post("/api/workflows/validate", "{\"definition\": " + definition + "}");
    }

    private static List<String> codes(Answer answer) {
        return answer.json()
                .path("problems")
                .valueStream()
                .map(problem -> problem.path("severity").asString("") + " "
                        + problem.path("code").asString(""))
                .toList();
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(builder.get("/api/workflows/0190a000-0000-7000-8000-00000000dead")
                        .text("/code"))
                .isEqualTo("workflow.not-found");
        assertThat(builder.get("/api/workflows/not-an-id").status()).isBetween(400, 404);
        assertThat(builder.delete("/api/workflows/0190a000-0000-7000-8000-00000000dead")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void who_may_do_what() {
        Http viewer = Http.as("VIEWER", port);

        assertThat(viewer.get("/api/workflows").status()).isEqualTo(200);
        assertThat(viewer.post("/api/workflows", WorkflowJson.named("No")).status())
                .isEqualTo(403);
        assertThat(Http.as("APPROVER", port).get("/api/workflows").status()).isEqualTo(200);
        assertThat(new Http(builder.client(), port, "Bearer nonsense")
                        .get("/api/workflows")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void every_change_is_in_the_audit_log() {
        String path =
                builder.post("/api/workflows", WorkflowJson.named("Audited")).header("Location");
        builder.put(path, "\"1\"", WorkflowJson.named("Audited twice"));
        builder.post(path + "/publish", "{}");
        builder.delete(path);

        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(jdbc.sql("SELECT action FROM audit_log WHERE subject_id = :id ORDER BY id")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .containsExactly("workflow.created", "workflow.updated", "workflow.published", "workflow.deleted");
    }

    @Test
    void the_step_catalogue_is_served_whole() {
        Answer answer = builder.get("/api/step-types");

        List<String> types = answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("type").asString(""))
                .toList();
        assertThat(types).contains("flow.if", "flow.foreach", "ai.classify", "email.send");
        JsonNode classify = answer.json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("type").asString("").equals("ai.classify"))
                .findFirst()
                .orElseThrow();
        assertThat(classify.path("available").asBoolean()).isTrue();
        assertThat(classify.at("/configSchema/properties/text/title").asString(""))
                .isEqualTo("Text");
    }

    private static List<String> names(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString(""))
                .toList();
    }
}
