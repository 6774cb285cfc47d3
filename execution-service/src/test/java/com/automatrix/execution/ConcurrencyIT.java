package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.definition.Concurrency.Policy;
import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand;
import com.automatrix.contracts.message.ExecutionCommand.AcquireSlot;
import com.automatrix.contracts.message.ExecutionCommand.AdmitExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.TopicProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class ConcurrencyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String INPUT = "{\"personId\": \"p-77\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private CloudEventRecords events;

    @Autowired
    private JdbcTemplate jdbc;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void executions_with_the_same_key_run_one_after_another() {
        WorkflowId workflow = publish("QUEUE");

        List<ExecutionId> ids = new ArrayList<>();
        IntStream.range(0, 3).forEach(number -> ids.add(operator.execute(workflow, INPUT)));
        ExecutionId other = operator.execute(workflow, "{\"personId\": \"p-78\"}");

        answer(awaitRequest(workflow, other));
        assertThat(endOf(other)).isEqualTo("COMPLETED");
        List<ExecutionId> order = new ArrayList<>();
        for (int turn = 1; turn <= 3; turn++) {
            StepRequested request = awaitRequests(workflow, turn + 1).stream()
                    .filter(asked -> ids.contains(asked.executionId()) && !order.contains(asked.executionId()))
                    .findFirst()
                    .orElseThrow();
            order.add(request.executionId());
            assertThat(worker.requestsOf(workflow)).hasSize(turn + 1);
            ids.stream()
                    .filter(id -> !order.contains(id))
                    .forEach(id -> assertThat(status(id)).isEqualTo("PENDING"));
            answer(request);
            assertThat(endOf(request.executionId())).isEqualTo("COMPLETED");
        }
        assertThat(order).containsExactlyInAnyOrderElementsOf(ids);
        awaitIdle(workflow + ":p-77");
    }

    @Test
    void the_timeline_of_a_queued_execution_begins_with_its_place_in_the_queue() {
        WorkflowId workflow = publish("QUEUE");

        try (TopicProbe told = TopicProbe.of(Topics.EXECUTION_EVENTS)) {
            ExecutionId id = operator.execute(workflow, INPUT);
            answer(awaitRequest(workflow, id));
            JsonNode ended = operator.awaitEnd(id);

            assertThat(ended.at("/output/ask").asString()).isEqualTo("hi");
            JsonNode first = json(told.await(message -> id.toString().equals(message.key())));
            assertThat(first.at("/events/0/type").asString()).isEqualTo("execution.queued");
            assertThat(first.at("/events/0/gateKey").asString()).isEqualTo(workflow + ":p-77");
        }
    }

    @Test
    void one_too_many_is_not_started_where_the_policy_says_so() {
        WorkflowId workflow = publish("SKIP");
        ExecutionId first = operator.execute(workflow, INPUT);
        StepRequested request = awaitRequest(workflow, first);

        try (TopicProbe told = TopicProbe.of(Topics.EXECUTION_EVENTS)) {
            ExecutionId second = operator.execute(workflow, INPUT);

            assertThat(endOf(second)).isEqualTo("CANCELLED");
            JsonNode cancelled = json(told.await(message -> second.toString().equals(message.key())
                    && json(message).toString().contains("execution.cancelled")));
            assertThat(cancelled.toString()).contains("Not started: ");
        }
        answer(request);
        assertThat(endOf(first)).isEqualTo("COMPLETED");
        ExecutionId third = operator.execute(workflow, INPUT);
        answer(awaitRequest(workflow, third));
        assertThat(endOf(third)).isEqualTo("COMPLETED");
    }

    @Test
    void a_new_execution_replaces_the_running_one_where_the_policy_says_so() {
        WorkflowId workflow = publish("CANCEL_RUNNING");
        ExecutionId first = operator.execute(workflow, INPUT);
        awaitRequest(workflow, first);

        ExecutionId second = operator.execute(workflow, INPUT);

        assertThat(endOf(first)).isEqualTo("CANCELLED");
        answer(awaitRequest(workflow, second));
        assertThat(endOf(second)).isEqualTo("COMPLETED");
        awaitIdle(workflow + ":p-77");
    }

    @Test
    void a_queued_execution_that_is_cancelled_leaves_the_queue() {
        WorkflowId workflow = publish("QUEUE");
        ExecutionId first = operator.execute(workflow, INPUT);
        StepRequested request = awaitRequest(workflow, first);
        ExecutionId second = operator.execute(workflow, INPUT);
        ExecutionId third = operator.execute(workflow, INPUT);

        operator.post("/api/executions/" + second + "/cancel", "{\"reason\": \"Not needed\"}");

        assertThat(endOf(second)).isEqualTo("CANCELLED");
        answer(request);
        answer(awaitRequest(workflow, third));
        assertThat(endOf(third)).isEqualTo("COMPLETED");
        assertThat(worker.requestsOf(workflow)).hasSize(2);
    }

    @Test
    void commands_of_the_gate_that_come_again_or_on_a_wrong_partition_change_nothing() {
        WorkflowId workflow = publish("QUEUE");
        try (TopicProbe commands = TopicProbe.of(Topics.EXECUTION_COMMANDS)) {
            ExecutionId first = operator.execute(workflow, INPUT);
            StepRequested request = awaitRequest(workflow, first);
            ExecutionId second = operator.execute(workflow, INPUT);
            ConsumerRecord<String, byte[]> acquire = commands.await(message -> isAcquireOf(message, first));
            ConsumerRecord<String, byte[]> admit =
                    commands.await(message -> command(message) instanceof AdmitExecution of
                            && of.executionId().equals(first));

            IntStream.range(0, 12).forEach(partition -> again(acquire, partition));
            again(admit, admit.partition());
            commands.await(12, message -> isAcquireOf(message, first));
            answer(request);
            answer(awaitRequest(workflow, second));

            assertThat(endOf(second)).isEqualTo("COMPLETED");
            again(acquire, acquire.partition());
            again(admit, admit.partition());
            ExecutionId third = operator.execute(workflow, INPUT);
            answer(awaitRequest(workflow, third));
            assertThat(endOf(third)).isEqualTo("COMPLETED");
            assertThat(worker.requestsOf(workflow)).hasSize(3);
        }
    }

    @Test
    void a_slot_for_an_execution_that_is_not_there_is_given_back() {
        WorkflowId workflow = publish("QUEUE");
        String key = workflow + ":p-77";
        AcquireSlot lost = new AcquireSlot(
                UUID.fromString(neighbours.newId()),
                key,
                ExecutionId.parse(neighbours.newId()),
                1,
                Policy.QUEUE,
                false);
        neighbours.tell(Topics.EXECUTION_COMMANDS, key, MessageTypes.EXECUTION_COMMAND, lost);

        ExecutionId id = operator.execute(workflow, INPUT);

        answer(awaitRequest(workflow, id));
        assertThat(endOf(id)).isEqualTo("COMPLETED");
    }

    @Test
    void a_command_that_the_gate_cannot_take_is_put_away_and_its_execution_ends() {
        WorkflowId workflow = publish("QUEUE");
        String key = workflow + ":p-77";
        jdbc.update("INSERT INTO aggregate_state (kind, key, partition, state) VALUES ('GATE', ?, 0, 'no JSON')", key);
        try (TopicProbe letters = TopicProbe.of(Topics.deadLetter(Topics.EXECUTION_COMMANDS))) {
            ExecutionId id = operator.execute(workflow, INPUT);

            assertThat(endOf(id)).isEqualTo("CANCELLED");
            letters.await(message -> key.equals(message.key()));
        }
    }

    private WorkflowId publish(String policy) {
        WorkflowId workflow = neighbours.publish("Limited", Definitions.limited(policy));
        worker.on(workflow, request -> Optional.empty());
        return workflow;
    }

    private StepRequested awaitRequest(WorkflowId workflow, ExecutionId id) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> worker.requestsOf(workflow).stream()
                                .filter(request -> request.executionId().equals(id))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<StepRequested> awaitRequests(WorkflowId workflow, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> worker.requestsOf(workflow), requests -> requests.size() >= count);
    }

    private void answer(StepRequested request) {
        worker.answer(request, new StepOutcome.Succeeded("hi", null));
    }

    private String endOf(ExecutionId id) {
        return operator.awaitEnd(id).path("status").asString();
    }

    private String status(ExecutionId id) {
        return operator.get("/api/executions/" + id).text("/status");
    }

    private void awaitIdle(String key) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> jdbc.queryForList(
                                "SELECT key FROM aggregate_state WHERE key = ? AND forget_at IS NOT NULL",
                                String.class,
                                key),
                        keys -> keys.size() == 1);
    }

    private void again(ConsumerRecord<String, byte[]> message, int partition) {
        neighbours.send(
                new ProducerRecord<>(message.topic(), partition, message.key(), message.value(), message.headers()));
    }

    private boolean isAcquireOf(ConsumerRecord<String, byte[]> message, ExecutionId id) {
        return command(message) instanceof AcquireSlot acquire
                && acquire.executionId().equals(id);
    }

    private ExecutionCommand command(ConsumerRecord<String, byte[]> message) {
        return events.data(message, ExecutionCommand.class);
    }

    private JsonNode json(ConsumerRecord<String, byte[]> message) {
        return events.data(message, JsonNode.class);
    }
}
