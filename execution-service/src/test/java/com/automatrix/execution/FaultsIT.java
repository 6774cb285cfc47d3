package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.testkit.RealPostgres;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Breaks every operation of the batch loop in turn, and compares each end with that of a run without a fault. */
class FaultsIT {

    private static final RealPostgres.Database DATABASE = RealPostgres.newDatabase();

    /** A retry, a loop, a wait, and a step that is undone because another one fails. */
    private static final String EVERYTHING = """
            {"specVersion": "1",
             "nodes": [
               {"id": "ask", "type": "ai.generate", "config": {"prompt": "Hi"},
                "retry": {"maxAttempts": 2, "initialInterval": "PT0S"},
                "compensation": {"type": "ai.generate", "config": {"prompt": "Sorry {{ steps.ask.output }}"}}},
               {"id": "each", "type": "flow.foreach", "config": {"items": [1, 2]}},
               {"id": "visit", "type": "data.transform", "parent": "each", "config": {"value": "{{ item * 2 }}"}},
               {"id": "wait", "type": "flow.wait", "config": {"duration": "PT0.1S"}},
               {"id": "fail", "type": "flow.fail", "config": {"code": "test.over", "message": "Over"}}],
             "edges": [{"source": "ask", "target": "each"}, {"source": "each", "target": "wait"},
                       {"source": "wait", "target": "fail"}]}""";

    private static ConfigurableApplicationContext service;
    private static Faults faults;
    private static Http operator;
    private static WorkflowId workflow;

    @BeforeAll
    static void run() {
        service = RestartIT.run(DATABASE, "faults", Faults.class);
        faults = service.getBean(Faults.class);
        operator = Http.as("OPERATOR", RestartIT.port(service));
        workflow = service.getBean(Neighbours.class).publish("Everything", EVERYTHING);
        service.getBean(FakeWorker.class).on(workflow, FaultsIT::answer);
        operator.awaitEnd(operator.execute(workflow, "{}"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Optional<StepOutcome> answer(StepRequested request) {
        return Optional.of(
                request.attempt() == 1 && !request.stepRunId().isCompensation()
                        ? new StepOutcome.Failed(StepError.passing("test.busy", "It is busy"))
                        : new StepOutcome.Succeeded("done " + request.stepRunId(), null));
    }

    @ParameterizedTest
    @EnumSource
    void whatever_breaks_the_execution_ends_as_if_nothing_had(Faults.Moment moment) {
        End expected = end(operator.execute(workflow, "{}"));
        assertThat(expected.status()).isEqualTo("FAILED test.over");
        assertThat(expected.steps())
                .contains("ask 1 RETRYING", "ask 2 COMPLETED", "visit[1] 1 COMPLETED", "ask:compensation 1 COMPLETED");

        int operation = 0;
        do {
            operation++;
            faults.arm(operation, moment);
            assertThat(end(operator.execute(workflow, "{}")))
                    .as("fault %s operation %d", moment, operation)
                    .isEqualTo(expected);
        } while (faults.haveStruck());

        assertThat(operation)
                .as("operations of the batch loop for one execution")
                .isGreaterThan(20);
        // Of this workflow alone: executions of other tests come over the same topics.
        String live = """
                SELECT count(*) FROM execution_state s JOIN workflow_executions e ON e.id = s.id
                 WHERE e.workflow_id = ?""";
        assertThat(service.getBean(JdbcTemplate.class).queryForObject(live, Long.class, workflow.value()))
                .isZero();
    }

    /** All that a person can see of an execution, but its times. */
    private record End(String status, List<String> steps, long events, long lastSequence) {}

    private static End end(ExecutionId id) {
        JsonNode ended = operator.awaitEnd(id);
        return new End(
                ended.path("status").asString() + " " + ended.at("/error/code").asString(),
                operator.logs(id).stream()
                        .map(row -> "%s %s %s"
                                .formatted(
                                        row.path("stepRunId").asString(),
                                        row.path("attempt").asString(),
                                        row.path("status").asString()))
                        .sorted()
                        .toList(),
                told("sum(last_sequence - first_sequence + 1)", id),
                told("max(last_sequence)", id));
    }

    private static long told(String what, ExecutionId id) {
        String sql = "SELECT %s FROM execution_timeline WHERE execution_id = ?".formatted(what);
        return Objects.requireNonNull(service.getBean(JdbcTemplate.class).queryForObject(sql, Long.class, id.value()));
    }
}
