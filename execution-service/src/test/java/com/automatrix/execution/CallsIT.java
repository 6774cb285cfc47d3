package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class CallsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private CloudEventRecords events;

    private Http operator;
    private WorkflowId called;

    @BeforeEach
    void publishAWorkflowToCall() {
        operator = Http.as("OPERATOR", port);
        called = neighbours.publish("Asks", Definitions.worker("null", "PT5M"));
    }

    private ExecutionId call(WorkflowId workflow) {
        WorkflowId caller = neighbours.publish("Calls", """
                {"specVersion": "1",
                 "nodes": [{"id": "sub", "type": "flow.call", "name": "Sub",
                            "config": {"workflowId": "%s", "input": {"name": "{{ input.name }}"}}},
                           {"id": "after", "type": "data.transform",
                            "config": {"value": {"said": "{{ steps.sub.output.ask }}"}}}],
                 "edges": [{"source": "sub", "target": "after"}]}""".formatted(workflow));
        return operator.execute(caller, "{\"name\": \"Ada\"}");
    }

    private JsonNode related(JsonNode execution) {
        return related(ExecutionId.parse(execution.path("id").asString()));
    }

    private JsonNode related(ExecutionId id) {
        return Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(
                        () -> operator.get("/api/executions/" + id + "/related")
                                .json()
                                .path("items"),
                        items -> items.size() == 1)
                .get(0);
    }

    @Test
    void a_called_workflow_runs_with_its_input_and_its_result_comes_up() {
        worker.succeedsOn(called, "yes", "out");

        ExecutionId id = call(called);

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/after/said").asString()).isEqualTo("yes");
        JsonNode child = related(id);
        assertThat(child.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(child.at("/trigger/kind").asString()).isEqualTo("CALL");
        assertThat(child.at("/calledBy/executionId").asString()).isEqualTo(id.toString());
        assertThat(child.at("/calledBy/step").asString()).isEqualTo("sub");
        assertThat(operator.get("/api/executions/" + child.path("id").asString())
                        .json()
                        .at("/input/name")
                        .asString())
                .isEqualTo("Ada");
    }

    @Test
    void an_input_that_does_not_fit_the_called_workflow_fails_the_step() {
        WorkflowId picky =
                neighbours.publish("Picky", Definitions.GREETING.replace("[\"name\"]", "[\"name\", \"age\"]"));

        JsonNode ended = operator.awaitEnd(call(picky));

        assertThat(ended.at("/error/code").asString()).isEqualTo("call.failed");
        assertThat(ended.at("/error/message").asString())
                .contains("Expected an input that fits the workflow's input schema")
                .contains("age");
        assertThat(related(ended).at("/error/code").asString()).isEqualTo("execution.invalid-input");
    }

    @Test
    void what_fails_in_a_called_workflow_fails_the_step_that_called_it() {
        worker.on(
                called,
                request -> Optional.of(new StepOutcome.Failed(StepError.permanent("ai.refused", "It said no"))));

        JsonNode ended = operator.awaitEnd(call(called));

        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/code").asString()).isEqualTo("call.failed");
        assertThat(ended.at("/error/message").asString()).contains("It said no");
    }

    @Test
    void cancelling_goes_down() {
        worker.on(called, request -> Optional.empty());
        ExecutionId id = call(called);
        StepRequested request = Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> worker.requestsOf(called), requests -> requests.size() == 1)
                .getFirst();

        operator.post("/api/executions/" + id + "/cancel", "{}");

        assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(operator.awaitEnd(request.executionId()).path("status").asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void a_call_of_a_workflow_that_never_comes_fails_with_the_reason() {
        WorkflowId nowhere = new WorkflowId(UUID.fromString(neighbours.newId()));
        try (TopicProbe probe = TopicProbe.of(Topics.EXECUTION_COMMANDS)) {
            ExecutionId id = call(nowhere);
            ConsumerRecord<String, byte[]> start = probe.await(message -> isStartOf(message, nowhere));

            ProducerRecord<String, byte[]> overdue =
                    new ProducerRecord<>(start.topic(), null, start.key(), start.value(), start.headers());
            overdue.headers().add("deferred-since", Instant.EPOCH.toString().getBytes(StandardCharsets.UTF_8));
            neighbours.send(overdue);

            JsonNode ended = operator.awaitEnd(id);
            assertThat(ended.at("/error/code").asString()).isEqualTo("call.refused");
            // Ends the patience with which the first start is put off, over and over, by whoever reads the topic.
            neighbours.publish(nowhere, 1, "Late", Definitions.GREETING);
        }
    }

    private boolean isStartOf(ConsumerRecord<String, byte[]> message, WorkflowId workflow) {
        return events.data(message, ExecutionCommand.class) instanceof StartExecution start
                && start.workflowId().equals(workflow);
    }

    @Test
    void a_workflow_that_calls_itself_ends_at_the_deepest_level() {
        WorkflowId itself = new WorkflowId(UUID.fromString(neighbours.newId()));
        neighbours.publish(itself, 1, "Itself", """
                {"specVersion": "1",
                 "nodes": [{"id": "again", "type": "flow.call", "config": {"workflowId": "%s"}}],
                 "edges": []}""".formatted(itself));

        JsonNode ended = operator.awaitEnd(operator.execute(itself, "{}"));

        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/message").asString()).contains("at most 16 executions");
        assertThat(List.of(ended.at("/error/code").asString())).containsExactly("call.failed");
    }
}
