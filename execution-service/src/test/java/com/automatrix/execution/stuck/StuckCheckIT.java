package com.automatrix.execution.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.execution.Definitions;
import com.automatrix.execution.FakeWorker;
import com.automatrix.execution.Http;
import com.automatrix.execution.Neighbours;
import com.automatrix.execution.RunningService;
import com.automatrix.execution.persistence.PartitionOwners;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@RunningService
@ExtendWith(OutputCaptureExtension.class)
class StuckCheckIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String INPUT = "{\"name\": \"Ada\", \"personId\": \"p-77\", \"dealerId\": \"%s\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private StuckCheck check;

    @Autowired
    private StuckSearch search;

    @Autowired
    private PartitionOwners owners;

    @Autowired
    private InstantSource clock;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MeterRegistry meters;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void a_lost_timer_is_told_once_and_set_again(CapturedOutput output) {
        ExecutionId id = start(Definitions.worker("null", "PT1H"));
        List<String> lost = awaitRows("SELECT timer::text FROM timer WHERE execution_id = ?", id);
        jdbc.update("DELETE FROM timer WHERE execution_id = ?", id.value());

        checkTwice(id);
        checkLater(id);

        assertThat(output.toString()
                        .split("execution is stuck execution=" + id + " because=it needs 1 timers and has 0"))
                .hasSize(2);
        assertThat(awaitRows("SELECT timer::text FROM timer WHERE execution_id = ?", id))
                .isEqualTo(lost);
        awaitNoneStuck(id);
    }

    @Test
    void a_lost_subscription_is_made_again(CapturedOutput output) {
        String dealer = neighbours.newId();
        ExecutionId id = start(Definitions.awaitingLead("PT1S"), dealer);
        String aggregate = "SELECT key FROM aggregate_state WHERE key LIKE '%' || ? || '%'";
        awaitRows(aggregate, dealer);
        jdbc.update("DELETE FROM aggregate_state WHERE key LIKE '%' || ? || '%'", dealer);

        checkTwice(id);

        awaitRows(aggregate, dealer);
        assertThat(output).contains("execution=" + id + " because=step wait is not subscribed to its event");
        awaitNoneStuck(id);
    }

    @Test
    void a_lost_task_is_opened_again(CapturedOutput output) {
        ExecutionId id = start("""
                {"specVersion": "1",
                 "nodes": [{"id": "ask", "type": "human.approval", "config": {"role": "SALES", "title": "Go on?"}}],
                 "edges": []}""");
        String task = "SELECT id::text FROM human_tasks WHERE execution_id = ?";
        List<String> lost = awaitRows(task, id);
        checkLater(id);
        assertThat(stuck()).doesNotContain(id);
        jdbc.update("DELETE FROM human_tasks WHERE execution_id = ?", id.value());

        checkTwice(id);

        assertThat(awaitRows(task, id)).isEqualTo(lost);
        assertThat(output).contains("execution=" + id + " because=nobody has the task of step ask");
        awaitNoneStuck(id);
    }

    @Test
    void an_execution_that_its_gate_has_forgotten_asks_again() {
        WorkflowId workflow = neighbours.publish("Limited", Definitions.limited("QUEUE"));
        worker.on(workflow, request -> Optional.empty());
        operator.execute(workflow, INPUT);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> worker.requestsOf(workflow).size() == 1);
        ExecutionId queued = operator.execute(workflow, INPUT);
        awaitRows(
                "SELECT key FROM aggregate_state WHERE convert_from(state, 'UTF8') LIKE '%' || ? || '%'", "" + queued);
        jdbc.update("DELETE FROM aggregate_state WHERE key LIKE ? || '%'", "" + workflow);

        checkTwice(queued);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> worker.requestsOf(workflow).size() == 2);
        awaitNoneStuck(queued);
    }

    @Test
    void what_waits_for_a_time_a_worker_an_event_or_its_turn_is_not_stuck() {
        ExecutionId pausing = start(Definitions.worker("null", "PT1H"));
        ExecutionId waiting = start(Definitions.awaitingLead("PT1S"));
        awaitRows("SELECT timer::text FROM timer WHERE execution_id = ?", pausing);

        checkTwice(pausing);
        checkTwice(waiting);

        assertThat(stuck()).doesNotContain(pausing, waiting);

        assertThat(meters.get("automatrix.executions.stuck").gauge().value()).isEqualTo(stuck().size());
    }

    private ExecutionId start(String definition) {
        return start(definition, neighbours.newId());
    }

    private ExecutionId start(String definition, String dealer) {
        WorkflowId workflow = neighbours.publish("Waits", definition);
        worker.on(workflow, request -> Optional.<StepOutcome>empty());
        ExecutionId id = operator.execute(workflow, INPUT.formatted(dealer));
        awaitRows("SELECT id FROM execution_state WHERE id = ?", id);
        return id;
    }

    @Test
    void an_execution_that_is_found_for_the_first_time_is_only_suspected() {
        ExecutionId id = start(Definitions.worker("null", "PT1H"));
        awaitRows("SELECT timer::text FROM timer WHERE execution_id = ?", id);
        jdbc.update("DELETE FROM timer WHERE execution_id = ?", id.value());

        checkLater(id);
        assertThat(stuck()).doesNotContain(id);

        checkTwice(id);
        assertThat(stuck()).contains(id);
        awaitNoneStuck(id);
    }

    @Test
    void while_a_partition_is_behind_what_has_not_changed_since_then_is_not_stuck() {
        ExecutionId id = start(Definitions.worker("null", "PT1H"));
        awaitRows("SELECT timer::text FROM timer WHERE execution_id = ?", id);
        jdbc.update("DELETE FROM timer WHERE execution_id = ?", id.value());
        jdbc.update("INSERT INTO partition_owner (partition, caught_up_at) VALUES (99, '2026-01-01T00:00:30Z')");
        try {
            checkLater(id);
            checkLater(id);

            assertThat(stuck()).doesNotContain(id);
        } finally {
            jdbc.update("DELETE FROM partition_owner WHERE partition = 99");
        }
        awaitNoneStuck(id);
    }

    /** Again when everything that was on its way has arrived. */
    private void checkTwice(ExecutionId id) {
        checkLater(id);
        Instant first = clock.instant();
        Awaitility.await().atMost(PATIENCE).until(() -> owners.caughtUp().isAfter(first));
        checkLater(id);
    }

    /** As if the execution had not changed for a long time. */
    private void checkLater(ExecutionId id) {
        jdbc.update("UPDATE execution_state SET changed_at = '2026-01-01T00:00:00Z' WHERE id = ?", id.value());
        check.run();
    }

    private void awaitNoneStuck(ExecutionId id) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            checkLater(id);
            assertThat(search.unchangedSince(clock.instant()))
                    .extracting(Stuck::id)
                    .doesNotContain(id);
        });
    }

    private List<ExecutionId> stuck() {
        return jdbc.query(
                "SELECT id FROM stuck_executions", (row, number) -> new ExecutionId(row.getObject("id", UUID.class)));
    }

    private List<String> awaitRows(String sql, Object parameter) {
        Object value = parameter instanceof ExecutionId id ? id.value() : parameter;
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> jdbc.query(sql, (row, number) -> row.getString(1), value), rows -> !rows.isEmpty());
    }
}
