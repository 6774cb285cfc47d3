package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class RetryIT {

    private static final String TWICE = "{\"maxAttempts\": 2, \"initialInterval\": \"PT0.2S\", \"multiplier\": 1}";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private JdbcTemplate jdbc;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void a_failed_attempt_is_made_again_and_each_is_logged() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker(TWICE, "PT1M"));
        worker.on(
                workflow,
                request -> Optional.of(
                        request.attempt() == 1
                                ? new StepOutcome.Failed(
                                        StepError.passing("ai.unavailable", "Expected an answer, but none came."))
                                : new StepOutcome.Succeeded(Map.of("text", "hi"), null)));

        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");

        assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("COMPLETED");
        List<JsonNode> logs = operator.logs(id);
        assertThat(logs.stream()
                        .map(log -> log.path("attempt").asInt() + " "
                                + log.path("status").asString()))
                .containsExactly("1 RETRYING", "2 COMPLETED");
        assertThat(logs.getFirst().at("/error/code").asString()).isEqualTo("ai.unavailable");
        assertThat(worker.requestsOf(workflow).stream()
                        .map(StepRequested::idempotencyKey)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void an_error_that_is_not_passing_fails_the_execution_at_once() {
        WorkflowId workflow = neighbours.publish("Asks", Definitions.worker(TWICE, "PT1M"));
        worker.on(
                workflow,
                request -> Optional.of(new StepOutcome.Failed(
                        StepError.permanent("ai.refused", "Expected to be allowed, but I am not."))));

        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/code").asString()).isEqualTo("ai.refused");
        assertThat(ended.at("/error/nodeId").asString()).isEqualTo("ask");
        assertThat(operator.get("/api/executions?status=FAILED&workflowId=" + workflow)
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(worker.requestsOf(workflow)).hasSize(1);
    }

    @Test
    void an_attempt_without_an_answer_times_out() {
        WorkflowId workflow = neighbours.publish(
                "Asks", Definitions.worker("{\"maxAttempts\": 2, \"initialInterval\": \"PT0.1S\"}", "PT0.5S"));
        worker.on(workflow, request -> Optional.empty());

        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(operator.logs(id)).hasSize(2);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM timer WHERE execution_id = ?", Integer.class, id.value()))
                .isZero();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM execution_state WHERE id = ?", Integer.class, id.value()))
                .isZero();
    }
}
