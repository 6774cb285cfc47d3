package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.TopicProbe;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.JsonNode;

@RunningService
class ExternalWorkerIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private CloudEventRecords events;

    @Autowired
    private KafkaAdmin admin;

    @Autowired
    private JdbcClient jdbc;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void another_system_runs_a_step_of_the_type_that_it_registered() {
        neighbours.register("credit.check", "credit");
        WorkflowId workflow = publish("credit.check");

        ExecutionId id = operator.execute(workflow, "{\"customer\": \"C-7\"}");
        StepRequested request = request("credit", id);
        worker.answer(request, new StepOutcome.Succeeded(Map.of("score", 710), null));

        assertThat(request.type()).isEqualTo("credit.check");
        assertThat(request.config()).isEqualTo(Map.of("customer", "C-7"));
        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/check/score").asInt()).isEqualTo(710);
        assertThat(partitions("step-requested.credit")).isEqualTo(partitions(Topics.STEP_REQUESTED_IO));
    }

    @Test
    void a_heartbeat_puts_the_end_of_the_lease_off() {
        neighbours.register("slow.check", "slow");
        ExecutionId id = operator.execute(publish("slow.check"), "{}");
        StepRequested request = request("slow", id);
        OffsetDateTime before = leaseOf(id);

        worker.answer(request, new StepOutcome.Running());

        await().until(() -> leaseOf(id).isAfter(before));
        worker.answer(request, new StepOutcome.Succeeded(null, List.of("declined")));
        assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void what_was_published_with_a_type_is_executed_after_it_was_removed() {
        neighbours.register("gone.check", "gone");
        WorkflowId workflow = publish("gone.check");
        neighbours.forget("gone.check");
        neighbours.register("gone.after", "gone");

        ExecutionId id = operator.execute(workflow, "{}");

        worker.answer(request("gone", id), new StepOutcome.Succeeded(null, null));
        assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void a_type_that_moves_to_another_worker_takes_its_workflows_along() {
        neighbours.register("moved.check", "first");
        WorkflowId workflow = publish("moved.check");
        ExecutionId before = operator.execute(workflow, "{}");
        worker.answer(request("first", before), new StepOutcome.Succeeded(null, null));
        operator.awaitEnd(before);

        neighbours.register("moved.check", "second");
        // Types are read in order: once this one is there, the other has moved.
        neighbours.register("moved.marker", "second");
        await().until(() -> count("SELECT count(*) FROM external_step_types WHERE type = ?", "moved.marker") == 1);

        ExecutionId after = operator.execute(workflow, "{}");
        worker.answer(request("second", after), new StepOutcome.Succeeded(null, null));
        assertThat(operator.awaitEnd(after).path("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void a_step_of_a_type_that_nobody_registered_fails() {
        JsonNode ended = operator.awaitEnd(operator.execute(publish("nobody.knows"), "{}"));

        assertThat(ended.at("/error/code").asString()).isEqualTo("step.unsupported-type");
    }

    private WorkflowId publish(String type) {
        WorkflowId workflow = neighbours.publish("Of others", """
                {"specVersion": "1", "edges": [],
                 "nodes": [{"id": "check", "type": "%s", "config": {"customer": "{{ input.customer }}"}}]}""".formatted(type));
        await().until(() ->
                count("SELECT count(*) FROM published_workflows WHERE workflow_id = ?", workflow.value()) == 1);
        return workflow;
    }

    private int count(String query, Object parameter) {
        return jdbc.sql(query).param(parameter).query(Integer.class).single();
    }

    private StepRequested request(String pool, ExecutionId id) {
        String topic = Topics.stepRequested(pool);
        await().until(() -> !operator.logs(id).isEmpty());
        try (TopicProbe requests = TopicProbe.fromBeginning(topic)) {
            return events.data(requests.await(record -> id.toString().equals(record.key())), StepRequested.class);
        }
    }

    private OffsetDateTime leaseOf(ExecutionId id) {
        return jdbc.sql("SELECT due_at FROM timer WHERE execution_id = ?")
                .param(id.value())
                .query((row, number) -> row.getObject("due_at", OffsetDateTime.class))
                .single();
    }

    private int partitions(String topic) {
        return admin.describeTopics(topic).values().stream()
                .mapToInt(described -> described.partitions().size())
                .sum();
    }
}
