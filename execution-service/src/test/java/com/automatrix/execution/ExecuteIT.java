package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.Http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class ExecuteIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void a_start_that_waits_is_answered_with_the_ended_execution() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);

        Answer answer = operator.post(execute(workflow), "{\"input\": {\"name\": \"Ada\"}}", "Prefer", "wait=20");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Preference-Applied")).isEqualTo("wait=20");
        assertThat(answer.header("Location")).isEqualTo("/api/executions/" + answer.text("/id"));
        assertThat(answer.text("/status")).isEqualTo("COMPLETED");
        assertThat(answer.text("/output/greet/greeting")).isEqualTo("Hello Ada");
        assertThat(answer.text("/input/name")).isEqualTo("Ada");
        assertThat(answer.text("/workflowName")).isEqualTo("Greeting");
        assertThat(answer.text("/trigger/kind")).isEqualTo("API");
        assertThat(answer.text("/startedBy")).isEqualTo("0190a000-0000-7000-8000-000000000001");
    }

    @Test
    void a_start_is_answered_at_once_with_the_executions_address() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);

        Answer answer =
                operator.post(execute(workflow), "{\"input\": {\"name\": \"Ada\"}}", "X-Correlation-Id", "abc-1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/status")).isEqualTo("PENDING");
        assertThat(answer.text("/href")).isEqualTo(answer.header("Location"));
        assertThat(operator.awaitEnd(ExecutionId.parse(answer.text("/id")))
                        .path("correlationId")
                        .asString())
                .isEqualTo("abc-1");
    }

    @Test
    void a_value_is_checked_against_a_schema() {
        WorkflowId workflow = neighbours.publish("Check", Definitions.CHECK);

        ExecutionId id = operator.execute(workflow, "{\"vin\": \"1M8GDM9AXKP04278\"}");

        JsonNode violation = operator.awaitEnd(id).at("/output/refuse/0");
        assertThat(violation.path("pointer").asString()).isEqualTo("/vin");
        assertThat(violation.path("code").asString()).isEqualTo("wrong-format");
        assertThat(violation.path("message").asString())
                .isEqualTo("Expected vin to be of the form ^[A-HJ-NPR-Z0-9]{17}$, but it is \"1M8GDM9AXKP04278\".");
        assertThat(operator.logs(id).getFirst().path("handles").toString()).isEqualTo("[\"invalid\"]");
    }

    @Test
    void a_wait_that_is_too_short_is_answered_with_the_address() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker("null", "PT1M"));
        worker.on(workflow, request -> Optional.empty());

        Answer answer = operator.post(execute(workflow), "{\"input\": {\"name\": \"Ada\"}}", "Prefer", "wait=1");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text("/status")).isIn("PENDING", "RUNNING");
        assertThat(answer.header("Preference-Applied")).isEmpty();
    }

    @Test
    void an_input_that_does_not_fit_the_schema_is_refused_at_each_place() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);

        Answer answer = operator.post(execute(workflow), "{\"input\": {\"age\": \"old\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("execution.invalid-input");
        assertThat(answer.violations())
                .containsExactlyInAnyOrder("/input/name input.missing-field", "/input/age input.wrong-type");
    }

    @Test
    void a_body_that_is_broken_or_has_an_unknown_field_is_refused() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);

        assertThat(operator.post(execute(workflow), "{\"input\": ").status()).isEqualTo(400);
        assertThat(operator.post(execute(workflow), "{\"inputs\": {}}").violations())
                .containsExactly("/inputs request.unknown-field");
    }

    @Test
    void an_input_over_the_limit_is_refused() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);

        Answer answer =
                operator.post(execute(workflow), "{\"input\": {\"name\": \"" + "x".repeat(1024 * 1024) + "\"}}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("/code")).isEqualTo("execution.input-too-large");
    }

    @Test
    void characters_that_cannot_be_stored_are_left_out_of_the_input() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);

        Answer answer = operator.post(
                execute(workflow), "{\"input\": {\"name\": \"A\\u0000d\\ud800a 😀\"}}", "Prefer", "wait=20");

        assertThat(answer.text("/output/greet/greeting")).isEqualTo("Hello Ad\ufffda 😀");
    }

    @Test
    void an_unknown_workflow_is_not_found() {
        Answer answer = operator.post("/api/workflows/" + neighbours.newId() + "/execute", "{\"input\": {}}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/code")).isEqualTo("workflow.not-published");
    }

    @Test
    void a_workflow_that_has_just_been_published_is_waited_for() {
        WorkflowId workflow = new WorkflowId(java.util.UUID.fromString(neighbours.newId()));
        CompletableFuture<Answer> start = CompletableFuture.supplyAsync(
                () -> operator.post(execute(workflow), "{\"input\": {\"name\": \"Ada\"}}", "Prefer", "wait=20"));

        neighbours.publish(workflow, 1, "Greeting", Definitions.GREETING);

        assertThat(start.join().status()).isEqualTo(200);
    }

    @Test
    void an_older_version_can_be_asked_for() {
        WorkflowId workflow = neighbours.publish("First", Definitions.GREETING);
        neighbours.publish(workflow, 2, "Second", Definitions.GREETING);
        Awaitility.await()
                .until(() -> operator.post(execute(workflow), "{\"input\": {\"name\": \"x\"}, \"version\": 2}")
                                .status()
                        == 202);

        Answer newest = operator.post(execute(workflow), "{\"input\": {\"name\": \"Ada\"}}", "Prefer", "wait=20");
        Answer older = operator.post(
                execute(workflow), "{\"input\": {\"name\": \"Ada\"}, \"version\": 1}", "Prefer", "wait=20");

        assertThat(newest.text("/workflowName")).isEqualTo("Second");
        assertThat(older.text("/workflowName")).isEqualTo("First");
        assertThat(operator.get("/api/executions/" + older.text("/id") + "/definition")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void the_same_idempotency_key_gives_the_same_execution() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        String body = "{\"input\": {\"name\": \"Ada\"}}";

        List<CompletableFuture<Answer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> operator.post(execute(workflow), body, "Idempotency-Key", "key-1", "Prefer", "wait=20")))
                .toList();

        assertThat(answers.stream().map(answer -> answer.join().text("/id")).distinct())
                .hasSize(1);
        assertThat(answers.stream().map(answer -> answer.join().status()).distinct())
                .containsExactly(200);
        assertThat(operator.get("/api/executions?workflowId=" + workflow)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void an_idempotency_key_is_not_for_another_request() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        operator.post(execute(workflow), "{\"input\": {\"name\": \"Ada\"}}", "Idempotency-Key", "key-1");

        Answer other = operator.post(execute(workflow), "{\"input\": {\"name\": \"Bob\"}}", "Idempotency-Key", "key-1");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/code")).isEqualTo("execution.idempotency-key-reused");
    }

    @Test
    void only_an_operator_starts_executions() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);

        assertThat(Http.as("VIEWER", port).post(execute(workflow), "{}").status())
                .isEqualTo(403);
    }

    private static String execute(WorkflowId workflow) {
        return "/api/workflows/" + workflow + "/execute";
    }
}
