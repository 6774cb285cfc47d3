package com.automatrix.workflow.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.testkit.Http;
import com.automatrix.testkit.Http.Answer;
import com.automatrix.workflow.RunningService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@RunningService
class WorkflowTestsIT {

    private static final StandInGateway GATEWAY = new StandInGateway();
    private static final String UNKNOWN = "0190a000-0000-7000-8000-00000000dead";
    private static final String EXECUTION = "/api/executions/" + UNKNOWN;

    private static final String DEFINITION = """
            {"specVersion": "1", "nodes": [{"id": "greet", "type": "data.transform", "config": {"value": 1}}], "edges": []}""";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Http builder;

    @DynamicPropertySource
    static void useTheStandIn(DynamicPropertyRegistry registry) {
        registry.add("automatrix.gateway.url", GATEWAY::url);
    }

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
        GATEWAY.reset();
    }

    @Test
    void a_test_is_made_read_changed_and_removed() {
        String workflow = workflow();

        Answer made = builder.post(workflow + "/tests", test("It greets"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(workflow + "/tests/" + made.text("/id"));
        assertThat(made.response().body()).contains("\"test\":{\"name\":\"It greets\",\"input\":{\"z\":null,\"a\":1},");
        assertThat(builder.get(workflow + "/tests").json().at("/items/0")).isEqualTo(made.json());

        Answer changed = builder.put(made.header("Location"), test("It says hello"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/test/name")).isEqualTo("It says hello");
        assertThat(names(workflow)).containsExactly("It says hello");

        assertThat(builder.delete(made.header("Location")).status()).isEqualTo(204);
        assertThat(names(workflow)).isEmpty();
        assertThat(builder.delete(made.header("Location")).text("/code")).isEqualTo("workflow.test-not-found");
        assertThat(jdbc.sql("SELECT action FROM audit_log WHERE subject_id = :id ORDER BY id")
                        .param("id", workflow.substring(workflow.lastIndexOf('/') + 1))
                        .query(String.class)
                        .list())
                .containsExactly(
                        "workflow.created", "workflow.test-added", "workflow.test-changed", "workflow.test-removed");
    }

    @Test
    void a_test_that_does_not_fit_is_refused_at_its_place() {
        String workflow = workflow();

        Answer refused = builder.post(workflow + "/tests", """
                {"name": "x", "mocks": {"a": [{"output": 1, "colour": "red"}]}, "expect": {"status": "LOST"}}""");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo("workflow.invalid-test");
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "/mocks/a/0/colour test-case.unknown-field", "/expect/status test-case.not-allowed");
        assertThat(builder.post(workflow + "/tests", "[]").status()).isEqualTo(400);
        assertThat(builder.post("/api/workflows/" + UNKNOWN + "/tests", test("x"))
                        .text("/code"))
                .isEqualTo("workflow.not-found");
        assertThat(builder.get("/api/workflows/" + UNKNOWN + "/tests").status()).isEqualTo(404);
        assertThat(Http.as("VIEWER", port).post(workflow + "/tests", test("x")).status())
                .isEqualTo(403);
    }

    @Test
    void each_test_of_a_workflow_has_a_name_of_its_own() throws Exception {
        String workflow = workflow();
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());

        List<Thread> threads = IntStream.range(0, 6)
                .mapToObj(index -> Thread.ofVirtual()
                        .start(() -> statuses.add(
                                builder.post(workflow + "/tests", test("Same")).status())))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        Answer other = builder.post(workflow + "/tests", test("Other"));
        Answer renamed = builder.put(other.header("Location"), test("Same"));

        assertThat(statuses).hasSize(6).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(renamed.text("/code")).isEqualTo("workflow.test-name-taken");
        assertThat(builder.put(other.header("Location"), test("Other")).status())
                .isEqualTo(200);
        assertThat(builder.post(workflow() + "/tests", test("Same")).status()).isEqualTo(201);
    }

    @Test
    void the_tests_of_a_workflow_are_limited_in_size_and_number() {
        String workflow = workflow();
        String large = test("Large").replace("\"a\": 1", "\"a\": \"" + "x".repeat(600_000) + "\"");

        assertThat(builder.post(workflow + "/tests", large).status()).isEqualTo(201);
        assertThat(builder.post(workflow + "/tests", large.replace("Large", "Larger"))
                        .text("/code"))
                .isEqualTo("workflow.tests-too-large");
        assertThat(builder.post(
                                "/api/workflows",
                                created(IntStream.range(0, 201)
                                        .mapToObj(index -> test("Test " + index))
                                        .collect(Collectors.joining(","))))
                        .text("/code"))
                .isEqualTo("workflow.too-many-tests");
    }

    @Test
    void a_workflow_is_made_with_its_tests_and_its_template() {
        Answer made = builder.post(
                "/api/workflows",
                created(test("One") + "," + test("Two"))
                        .replace(
                                "\"tests\"",
                                "\"template\": {\"slug\": \"first-response\", \"version\": 3}, \"tests\""));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/template/slug")).isEqualTo("first-response");
        assertThat(made.json().at("/template/version").asInt()).isEqualTo(3);
        assertThat(builder.get(made.header("Location")).json()).isEqualTo(made.json());
        assertThat(names(made.header("Location"))).containsExactly("One", "Two");
        Answer list = builder.get("/api/workflows?query=" + "Made%20with%20tests");
        assertThat(list.text("/items/0/template/slug")).isEqualTo("first-response");
        assertThat(builder.get(workflow()).json().has("template")).isFalse();
    }

    @Test
    void a_workflow_with_a_bad_test_or_template_is_not_made() {
        Answer refused =
                builder.post("/api/workflows", created(test("One") + "," + test("One") + ", {\"name\": \"Bad\"}"));
        Answer template = builder.post(
                "/api/workflows",
                created("").replace("\"tests\"", "\"template\": {\"slug\": \"\", \"version\": 0}, \"tests\""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.violations())
                .containsExactlyInAnyOrder(
                        "/tests/1/name workflow.test-name-taken", "/tests/2/expect test-case.missing-field");
        assertThat(template.violations())
                .extracting(violation -> violation.substring(0, violation.indexOf(' ')))
                .contains("/template/slug", "/template/version");
        assertThat(jdbc.sql("SELECT count(*) FROM workflow_test_cases WHERE name = 'Bad'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void tests_run_in_execution_service_in_the_callers_name() {
        String workflow = workflow();
        builder.post(workflow + "/tests", test("One"));
        String two = builder.post(workflow + "/tests", test("Two")).text("/id");

        Answer all = builder.post(workflow + "/test", "");
        Answer some = builder.post(
                workflow + "/test", "{\"tests\": [\"%s\"], \"definition\": {\"nodes\": []}}".formatted(two));

        assertThat(all.status()).isEqualTo(200);
        assertThat(all.text("/results/1/name")).isEqualTo("Two");
        assertThat(all.json().at("/results/0/passed").asBoolean()).isTrue();
        assertThat(all.json().at("/results/0/output").has("a")).isTrue();
        assertThat(all.text("/results/0/steps/0/handles/0")).isEqualTo("out");
        assertThat(all.text("/results/0/endedAt")).isEqualTo("2026-03-02T18:00:05Z");
        StandInGateway.Call call = GATEWAY.calls().getFirst();
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /api/simulations");
        assertThat(call.authorization()).isEqualTo(builder.authorization());
        assertThat(call.correlationId()).isEqualTo(all.header("X-Correlation-Id"));
        assertThat(call.json().path("name").asString()).isEqualTo("Made with tests");
        assertThat(call.json().at("/definition/nodes/0/id").asString()).isEqualTo("greet");
        assertThat(call.json().path("cases")).hasSize(2);
        assertThat(call.json().at("/cases/0/input").has("z")).isTrue();
        assertThat(some.json().path("results")).hasSize(1);
        assertThat(GATEWAY.calls().getLast().json().path("definition").toString())
                .isEqualTo("{\"nodes\":[]}");
    }

    @Test
    void without_tests_nothing_is_called() {
        String workflow = workflow();

        assertThat(builder.post(workflow + "/test", "{}").response().body()).isEqualTo("{\"results\":[]}");
        assertThat(builder.post(workflow + "/publish", "{}").status()).isEqualTo(201);
        assertThat(GATEWAY.calls()).isEmpty();
    }

    @Test
    void a_test_that_the_workflow_does_not_have_cannot_be_run() {
        Answer refused = builder.post(workflow() + "/test", "{\"tests\": [\"%s\"]}".formatted(UNKNOWN));

        assertThat(refused.violations()).containsExactly("/tests/0 workflow.unknown-test");
    }

    @Test
    void what_execution_service_refuses_is_passed_on() {
        String workflow = workflow();
        builder.post(workflow + "/tests", test("One"));
        GATEWAY.answers("/api/simulations", 400, """
                {"code": "simulation.invalid", "detail": "Expected a case.",
                 "violations": [{"pointer": "/cases/0/mocks/a", "code": "x", "message": "No."}]}""");
        Answer invalid = builder.post(workflow + "/test", "{}");
        GATEWAY.answers("/api/simulations", 403, "{\"code\": \"auth.forbidden\", \"detail\": \"No.\"}");
        Answer forbidden = builder.post(workflow + "/test", "{}");
        GATEWAY.answers("/api/simulations", 401, "");
        Answer unauthenticated = builder.post(workflow + "/test", "{}");
        GATEWAY.answers("/api/simulations", 400, "<html>");
        Answer unreadable = builder.post(workflow + "/test", "{}");
        GATEWAY.answers("/api/simulations", 503, "{\"code\": \"gateway.service-unavailable\", \"detail\": \"x\"}");
        Answer away = builder.post(workflow + "/publish", "{}");

        assertThat(invalid.text("/code")).isEqualTo("simulation.invalid");
        assertThat(invalid.violations()).containsExactly("/tests/0/mocks/a x");
        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(unauthenticated.status()).isEqualTo(401);
        assertThat(unreadable.status()).isEqualTo(503);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text("/code")).isEqualTo("gateway.service-unavailable");
        assertThat(away.header("Retry-After")).isEqualTo("5");
        assertThat(builder.get(workflow).text("/status")).isEqualTo("DRAFT");
    }

    @Test
    void publishing_runs_the_tests_and_is_refused_when_one_fails() {
        String workflow = workflow();
        builder.post(workflow + "/tests", test("One"));
        builder.post(workflow + "/tests", test("Two"));
        fail("Two");

        Answer refused = builder.post(workflow + "/publish", "{}");
        GATEWAY.reset();
        Answer published = builder.post(workflow + "/publish", "{\"note\": \"All pass.\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/code")).isEqualTo("workflow.tests-failed");
        assertThat(refused.violations()).containsExactly("/tests/1 workflow.test-failed");
        assertThat(refused.text("/violations/0/message"))
                .isEqualTo("\"Two\" fails. Expected step call to run, but it did not. (1 more like this.)");
        assertThat(published.status()).isEqualTo(201);
        assertThat(GATEWAY.calls()).hasSize(1);
    }

    @Test
    void only_an_administrator_publishes_without_the_tests_and_that_is_in_the_audit_log() {
        String workflow = workflow();
        builder.post(workflow + "/tests", test("One"));
        fail("One");
        String body = "{\"overrideTests\": true}";

        Answer forbidden = builder.post(workflow + "/publish", body);
        Answer published = Http.as("ADMIN", port).post(workflow + "/publish", body);

        assertThat(forbidden.status()).isEqualTo(403);
        assertThat(forbidden.text("/code")).isEqualTo("workflow.override-forbidden");
        assertThat(published.status()).isEqualTo(201);
        assertThat(GATEWAY.calls()).isEmpty();
        assertThat(jdbc.sql("SELECT after::text FROM audit_log WHERE action = 'workflow.tests-overridden'"
                                + " AND subject_id = :id")
                        .param("id", workflow.substring(workflow.lastIndexOf('/') + 1))
                        .query(String.class)
                        .single())
                .contains("\"tests\": 1", "\"version\": 1", "\"revision\": 1");
    }

    @Test
    void a_draft_with_errors_is_refused_for_them_and_not_tested() {
        String workflow = builder.post("/api/workflows", created(test("One")).replace("data.transform", "no.such"))
                .header("Location");

        assertThat(builder.post(workflow + "/publish", "{}").text("/code")).isEqualTo("workflow.not-publishable");
        assertThat(GATEWAY.calls()).isEmpty();
    }

    @Test
    void a_finished_execution_becomes_a_test_with_one_call() {
        String workflow = workflow();
        String id = workflow.substring(workflow.lastIndexOf('/') + 1);
        GATEWAY.answers(EXECUTION, 200, "{\"id\": \"%s\", \"workflowId\": \"%s\"}".formatted(UNKNOWN, id));
        GATEWAY.answers(EXECUTION + "/test-case", 200, test("As execution 7"));

        Answer named = builder.post(workflow + "/tests/from-execution", fromExecution(", \"name\": \"As it was\""));
        Answer unnamed = builder.post(workflow + "/tests/from-execution", fromExecution(""));
        Answer again = builder.post(workflow + "/tests/from-execution", fromExecution(""));

        assertThat(named.status()).isEqualTo(201);
        assertThat(named.text("/test/name")).isEqualTo("As it was");
        assertThat(unnamed.text("/test/name")).isEqualTo("As execution 7");
        assertThat(again.text("/code")).isEqualTo("workflow.test-name-taken");
        assertThat(names(workflow)).containsExactly("As it was", "As execution 7");
        assertThat(GATEWAY.calls().getLast().authorization()).isEqualTo(builder.authorization());
    }

    @Test
    void an_execution_that_is_not_finished_or_of_another_workflow_becomes_none() {
        String workflow = workflow();
        GATEWAY.answers(EXECUTION, 200, "{\"workflowId\": \"%s\"}".formatted(UUID.fromString(UNKNOWN)));
        Answer foreign = builder.post(workflow + "/tests/from-execution", fromExecution(""));
        GATEWAY.answers(EXECUTION, 404, "{\"code\": \"execution.not-found\", \"detail\": \"There is none.\"}");
        Answer unknown = builder.post(workflow + "/tests/from-execution", fromExecution(""));
        GATEWAY.answers(EXECUTION, 409, "{\"code\": \"execution.not-finished\", \"detail\": \"Not yet.\"}");
        Answer unfinished = builder.post(workflow + "/tests/from-execution", fromExecution(""));

        assertThat(foreign.violations()).containsExactly("/executionId workflow.foreign-execution");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("/code")).isEqualTo("execution.not-found");
        assertThat(unfinished.status()).isEqualTo(409);
        assertThat(names(workflow)).isEmpty();
    }

    private static void fail(String name) {
        GATEWAY.answers("/api/simulations", 200, """
                {"results": [%s
                 {"name": "%s", "passed": false, "status": "STOPPED", "failures": [
                   {"pointer": "/expect/path/1", "code": "test.path", "message": "Expected step call to run, but it did not."},
                   {"pointer": "/expect/status", "code": "test.status", "message": "Expected COMPLETED, but it is FAILED."}]}]}
                """.formatted(
                name.equals("One") ? "" : "{\"name\": \"One\", \"passed\": true, \"failures\": [], \"steps\": []},",
                name));
    }

    private static String fromExecution(String name) {
        return "{\"executionId\": \"%s\"%s}".formatted(UNKNOWN, name);
    }

    private static String test(String name) {
        return """
                {"name": "%s", "input": {"z": null, "a": 1}, "expect": {"path": ["greet"]}}""".formatted(name);
    }

    private static String created(String tests) {
        return """
                {"name": "Made with tests", "definition": %s, "tests": [%s]}""".formatted(DEFINITION, tests);
    }

    private String workflow() {
        return builder.post("/api/workflows", created("")).header("Location");
    }

    private List<String> names(String workflow) {
        return builder.get(workflow + "/tests")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.at("/test/name").asString(""))
                .toList();
    }
}
