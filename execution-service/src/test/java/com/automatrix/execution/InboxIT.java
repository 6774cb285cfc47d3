package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.ExecutionCommand.CancelExecution;
import com.automatrix.contracts.message.ExecutionCommand.StartExecution;
import com.automatrix.contracts.message.MessageTypes;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.contracts.message.TriggerRef;
import com.automatrix.execution.messaging.OwnershipLost;
import com.automatrix.execution.persistence.OwnedPartition;
import com.automatrix.execution.persistence.PartitionOwners;
import com.automatrix.platform.messaging.CloudEventRecords;
import com.automatrix.testkit.TopicProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class InboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Integer> PARTITIONS =
            IntStream.range(0, 12).boxed().toList();

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private CloudEventRecords events;

    @Autowired
    private PartitionOwners owners;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MeterRegistry meters;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @AfterEach
    void heal() {
        jdbc.execute("DROP TRIGGER IF EXISTS poison ON execution_logs");
    }

    @Test
    void a_stale_owner_cannot_commit_anything() {
        long outOfReach = 1_000_000_000;
        OwnedPartition stale = owners.take(List.of(3), "first").getFirst();
        owners.take(List.of(3), "second");

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.update("INSERT INTO data_tables (name, description) VALUES ('stale', '')");
                    owners.advance(List.of(stale.withCommandsOffset(outOfReach)));
                }))
                .isInstanceOf(OwnershipLost.class);

        assertThat(jdbc.queryForList("SELECT name FROM data_tables WHERE name = 'stale'"))
                .isEmpty();
        assertThat(jdbc.queryForObject("SELECT commands_offset FROM partition_owner WHERE partition = 3", Long.class))
                .isNotEqualTo(outOfReach);
    }

    @Test
    void an_inbox_that_has_lost_its_partitions_takes_them_again_and_loses_nothing() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        operator.awaitEnd(operator.execute(workflow, "{\"name\": \"Ada\"}"));

        owners.take(PARTITIONS, "intruder");
        List<ExecutionId> ids = start(workflow, 20);

        ids.forEach(id ->
                assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("COMPLETED"));
        assertThat(jdbc.queryForList("SELECT DISTINCT owner FROM partition_owner", String.class))
                .doesNotContain("intruder");
    }

    @Test
    void a_result_that_comes_again_and_again_is_applied_once() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker("null", "PT1M"));
        worker.on(workflow, request -> Optional.empty());
        double ignoredBefore = meters.counter("automatrix.engine.ignored").count();
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        StepRequested request = awaitRequests(workflow, 1).getFirst();

        worker.answer(request, new StepOutcome.Succeeded("first", null));
        worker.answer(request, new StepOutcome.Succeeded("second", null));
        worker.answer(
                request,
                new StepOutcome.Failed(com.automatrix.contracts.message.StepError.passing(
                        "late", "Expected to be first, but was not.")));

        assertThat(operator.awaitEnd(id).at("/output/ask").asString()).isEqualTo("first");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> meters.counter("automatrix.engine.ignored").count() >= ignoredBefore + 2);
        assertThat(operator.logs(id)).hasSize(1);
        assertThat(operator.logs(id).getFirst().path("output").asString()).isEqualTo("first");
    }

    @Test
    void a_start_that_comes_again_after_the_end_starts_nothing() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        StartExecution start = start(workflow, 1, TriggerRef.api());
        tell(start);
        JsonNode ended = operator.awaitEnd(start.executionId());

        tell(start);
        StartExecution next = start(workflow, 1, TriggerRef.api());
        tell(next);
        operator.awaitEnd(next.executionId());

        assertThat(operator.get("/api/executions/" + start.executionId()).json())
                .isEqualTo(ended);
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM execution_timeline WHERE execution_id = ?",
                        Integer.class,
                        start.executionId().value()))
                .isEqualTo(1);
    }

    @Test
    void the_one_record_that_breaks_a_batch_is_put_away_and_its_execution_fails() {
        breakOn("poison");
        WorkflowId good = neighbours.publish("Greeting", Definitions.GREETING);
        WorkflowId bad = neighbours.publish("Poison", Definitions.GREETING.replace("greet", "poison"));
        try (TopicProbe letters = TopicProbe.of(Topics.deadLetter(Topics.EXECUTION_COMMANDS))) {

            List<ExecutionId> ids = new ArrayList<>(start(good, 10));
            ExecutionId poisoned = operator.execute(bad, "{\"name\": \"Ada\"}");
            ids.addAll(start(good, 10));

            ids.forEach(id ->
                    assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("COMPLETED"));
            JsonNode failed = operator.awaitEnd(poisoned);
            assertThat(failed.path("status").asString()).isEqualTo("FAILED");
            assertThat(failed.at("/error/code").asString()).isEqualTo("execution.poisoned");
            letters.await(message -> poisoned.toString().equals(message.key()));
        }
    }

    @Test
    void a_result_that_breaks_a_batch_fails_the_running_execution_and_cancels_its_steps() {
        breakOn("poison");
        WorkflowId workflow = neighbours.publish("Poison", """
                {"specVersion": "1",
                 "nodes": [{"id": "ask", "type": "ai.generate", "config": {"prompt": "Hi"}},
                           {"id": "other", "type": "ai.generate", "config": {"prompt": "Hi"}},
                           {"id": "poison", "type": "data.transform", "config": {"value": 1}}],
                 "edges": [{"source": "ask", "target": "poison"}]}""");
        worker.on(
                workflow,
                request -> request.nodeId().equals("ask")
                        ? Optional.of(new StepOutcome.Succeeded("hi", null))
                        : Optional.empty());

        ExecutionId id = operator.execute(workflow, "{}");

        JsonNode failed = operator.awaitEnd(id);
        assertThat(failed.path("status").asString()).isEqualTo("FAILED");
        assertThat(failed.at("/error/code").asString()).isEqualTo("execution.poisoned");
        assertThat(operator.logs(id).stream()
                        .map(log -> log.path("nodeId").asString() + " "
                                + log.path("status").asString()))
                .containsExactlyInAnyOrder("ask CANCELLED", "other CANCELLED");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> worker.cancellations().stream()
                        .anyMatch(notice -> notice.executionId().equals(id)));
        assertThat(jdbc.queryForObject("SELECT count(*) FROM execution_state WHERE id = ?", Integer.class, id.value()))
                .isZero();
    }

    @Test
    void a_record_on_a_wrong_partition_is_forwarded_to_its_own() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        awaitPublished(workflow);
        StartExecution start = start(workflow, 1, TriggerRef.api());
        ProducerRecord<String, byte[]> message = message(start);

        for (int partition : PARTITIONS) {
            neighbours.send(new ProducerRecord<>(
                    message.topic(), partition, message.key(), message.value(), message.headers()));
        }

        assertThat(operator.awaitEnd(start.executionId()).path("status").asString())
                .isEqualTo("COMPLETED");
        assertThat(operator.get("/api/executions?workflowId=" + workflow)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_start_of_a_version_that_is_still_to_come_waits_for_it() {
        WorkflowId workflow = new WorkflowId(UUID.fromString(neighbours.newId()));
        StartExecution start = start(workflow, 1, TriggerRef.api());
        tell(start);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM batch_outbox WHERE partition = -1") > 0);

        neighbours.publish(workflow, 1, "Greeting", Definitions.GREETING);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> operator.get("/api/executions/" + start.executionId())
                        .text("/status")
                        .equals("COMPLETED"));
    }

    @Test
    void what_nobody_has_published_is_swept_from_the_outbox() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        awaitPublished(workflow);

        List<ExecutionId> ids = start(workflow, 30);
        ids.forEach(operator::awaitEnd);

        Awaitility.await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM batch_outbox") == 0);
    }

    @Test
    void a_cancellation_is_applied_even_if_it_comes_before_its_start() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker("null", "PT1M"));
        worker.on(workflow, request -> Optional.empty());
        awaitPublished(workflow);
        StartExecution start = start(workflow, 1, TriggerRef.api());
        jdbc.update("""
                INSERT INTO workflow_executions (id, workflow_id, workflow_version, workflow_name, status, trigger_kind,
                                                 correlation_id, started_at)
                VALUES (?, ?, 1, 'Asks', 'PENDING', 'API', 'test', now())""", start.executionId().value(), workflow.value());

        neighbours.tell(
                Topics.EXECUTION_COMMANDS,
                start.aggregateKey(),
                MessageTypes.EXECUTION_COMMAND,
                new CancelExecution(UUID.fromString(neighbours.newId()), start.executionId(), "too early", null));
        tell(start);

        assertThat(operator.awaitEnd(start.executionId()).path("status").asString())
                .isEqualTo("CANCELLED");
    }

    @Test
    void what_the_inbox_does_is_counted() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        double before = meters.counter("automatrix.executions.ended", "status", "COMPLETED")
                .count();

        operator.awaitEnd(operator.execute(workflow, "{\"name\": \"Ada\"}"));

        assertThat(meters.counter("automatrix.executions.ended", "status", "COMPLETED")
                        .count())
                .isGreaterThan(before);
        assertThat(meters.get("automatrix.inbox.batch").timer().count()).isPositive();
        // Made by the Kafka client, which is looked at once a minute: the lag of the inbox in the dashboards.
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(meters.get("kafka.consumer.fetch.manager.records.lag.max")
                                .meters())
                        .anyMatch(meter -> String.valueOf(meter.getId().getTag("client.id"))
                                .contains("inbox")));
        assertThat(meters.get("automatrix.executions.running").gauge().value()).isNotNegative();
    }

    private List<ExecutionId> start(WorkflowId workflow, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> operator.execute(workflow, "{\"name\": \"Ada\"}"))
                .toList();
    }

    private StartExecution start(WorkflowId workflow, int version, TriggerRef trigger) {
        return new StartExecution(
                UUID.fromString(neighbours.newId()),
                ExecutionId.parse(neighbours.newId()),
                workflow,
                version,
                Map.of("name", "Ada"),
                trigger,
                "test",
                null,
                null,
                null,
                null);
    }

    private void tell(StartExecution start) {
        neighbours.send(message(start));
    }

    private ProducerRecord<String, byte[]> message(StartExecution start) {
        return events.record(
                Topics.EXECUTION_COMMANDS, start.aggregateKey(), MessageTypes.EXECUTION_COMMAND, start, "test");
    }

    private List<StepRequested> awaitRequests(WorkflowId workflow, int count) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> worker.requestsOf(workflow), requests -> requests.size() == count);
    }

    private void awaitPublished(WorkflowId workflow) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        count("SELECT count(*) FROM published_workflows WHERE workflow_id = ?", workflow.value()) == 1);
    }

    private int count(String sql, Object... parameters) {
        return Objects.requireNonNull(jdbc.queryForObject(sql, Integer.class, parameters));
    }

    private void breakOn(String nodeId) {
        jdbc.execute("""
                CREATE OR REPLACE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'poison' USING ERRCODE = '22000'; END $$""");
        jdbc.execute("CREATE TRIGGER poison BEFORE INSERT ON execution_logs FOR EACH ROW WHEN (NEW.node_id = '" + nodeId
                + "') EXECUTE FUNCTION refuse_poison()");
    }
}
