package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class SimulationIT {

    /** A worker's step that is retried, a branch, and a step that undoes. */
    private static final String DEFINITION = """
            {"specVersion": "1",
             "input": {"type": "object", "required": ["comments"]},
             "nodes": [
               {"id": "classify", "type": "ai.classify", "name": "Classify",
                "config": {"text": "{{ input.comments }}", "labels": ["hot", "cold"]},
                "retry": {"maxAttempts": 2, "initialInterval": "PT1S"}},
               {"id": "greet", "type": "data.transform", "name": "Greet",
                "config": {"value": "{{ 'Hello from ' & steps.classify.output.label }}"}},
               {"id": "refuse", "type": "flow.fail", "config": {"code": "lead.cold", "message": "Cold"}}],
             "edges": [{"source": "classify", "sourceHandle": "hot", "target": "greet"},
                       {"source": "classify", "sourceHandle": "cold", "target": "refuse"}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    private Http builder;

    @BeforeEach
    void signIn() {
        builder = Http.as("BUILDER", port);
    }

    @Test
    void a_finished_execution_becomes_a_test_that_passes_and_fails_once_the_workflow_has_changed() {
        WorkflowId workflow = neighbours.publish("Leads", DEFINITION);
        worker.on(
                workflow,
                request -> Optional.of(
                        request.attempt() == 1
                                ? new StepOutcome.Failed(StepError.passing("ai.busy", "The model is busy."))
                                : new StepOutcome.Succeeded(Map.of("label", "hot"), List.of("hot"))));
        ExecutionId execution = Http.as("OPERATOR", port).execute(workflow, "{\"comments\": \"Still there?\"}");
        builder.awaitEnd(execution);

        JsonNode test =
                builder.get("/api/executions/" + execution + "/test-case").json();

        assertThat(test.at("/mocks/classify").size()).isEqualTo(2);
        assertThat(test.at("/expect/path").valueStream().map(JsonNode::asString))
                .containsExactly("classify", "greet");
        assertThat(simulate(DEFINITION, test).at("/results/0/failures").size()).isZero();
        assertThat(simulate(DEFINITION, test).at("/results/0/passed").asBoolean())
                .isTrue();
        JsonNode changed = simulate(DEFINITION.replace("Hello from", "Goodbye from"), test);
        assertThat(changed.at("/results/0/passed").asBoolean()).isFalse();
        assertThat(changed.at("/results/0/failures/0/message").asString())
                .isEqualTo("Expected \"Hello from hot\", but it is \"Goodbye from hot\".");
    }

    @Test
    void what_is_no_definition_and_what_is_no_test_is_refused_at_its_place() {
        Http.Answer answer = builder.post("/api/simulations", """
                {"definition": {"specVersion": "1", "nodes": "none", "edges": []}, "cases": [{"name": "", "expect": {}}]}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations())
                .containsExactlyInAnyOrder(
                        "/definition/nodes definition.wrong-type",
                        "/cases/0/name test-case.wrong-length",
                        "/cases/0/expect test-case.wrong-size");
    }

    @Test
    void a_graph_that_cannot_be_executed_is_refused() {
        Http.Answer answer = builder.post("/api/simulations", """
                {"definition": {"specVersion": "1",
                                "nodes": [{"id": "a", "type": "data.transform", "config": {"value": 1}}],
                                "edges": [{"source": "a", "target": "nowhere"}]},
                 "cases": [{"name": "Any", "expect": {"status": "COMPLETED"}}]}""");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.violations()).containsExactly("/definition simulation.unsound");
    }

    @Test
    void an_execution_that_goes_on_is_no_test_yet_and_viewers_make_none() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker("null", "PT5M"));
        ExecutionId execution = Http.as("OPERATOR", port).execute(workflow, "{}");

        assertThat(builder.get("/api/executions/" + execution + "/test-case").text("/code"))
                .isIn("execution.not-finished", "execution.not-found");
        assertThat(Http.as("VIEWER", port)
                        .get("/api/executions/" + execution + "/test-case")
                        .status())
                .isEqualTo(403);
    }

    private JsonNode simulate(String definition, JsonNode test) {
        Http.Answer answer =
                builder.post("/api/simulations", "{\"definition\": %s, \"cases\": [%s]}".formatted(definition, test));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }
}
