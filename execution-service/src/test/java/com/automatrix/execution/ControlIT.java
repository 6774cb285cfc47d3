package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepError;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.Http.Answer;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class ControlIT {

    private static final String PREPARED = """
            {"specVersion": "1",
             "nodes": [{"id": "prepare", "type": "data.transform", "config": {"value": "{{ $uppercase(input.name) }}"}},
                       {"id": "ask", "type": "ai.generate", "config": {"prompt": "Hi {{ steps.prepare.output }}"},
                        "retry": {"maxAttempts": 1}},
                       {"id": "after", "type": "data.transform", "config": {"value": "{{ steps.ask.output }}"}}],
             "edges": [{"source": "prepare", "target": "ask"}, {"source": "ask", "target": "after"}]}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    @Autowired
    private JdbcTemplate jdbc;

    private Http operator;
    private WorkflowId workflow;

    @BeforeEach
    void publish() {
        operator = Http.as("OPERATOR", port);
        workflow = neighbours.publish("Prepared", PREPARED);
        worker.on(workflow, request -> Optional.empty());
    }

    private Answer post(ExecutionId id, String action, String body) {
        return operator.post("/api/executions/" + id + "/" + action, body);
    }

    private void awaitPaused(ExecutionId id, boolean paused) {
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> operator.get("/api/executions/" + id)
                                .json()
                                .path("paused")
                                .asBoolean()
                        == paused);
    }

    private StepRequested awaitRequest(int number) {
        return Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> worker.requestsOf(workflow), requests -> requests.size() >= number)
                .get(number - 1);
    }

    private ExecutionId failed() {
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        worker.answer(awaitRequest(1), new StepOutcome.Failed(StepError.permanent("ai.refused", "It said no")));
        assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("FAILED");
        return id;
    }

    @Test
    void a_paused_execution_records_what_comes_in_and_goes_on_when_it_is_resumed() {
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        StepRequested request = awaitRequest(1);

        assertThat(post(id, "pause", "").status()).isEqualTo(202);
        awaitPaused(id, true);
        worker.answer(request, new StepOutcome.Succeeded("hello", null));
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .untilAsserted(() -> assertThat(statuses(id)).containsExactly("COMPLETED", "COMPLETED"));

        assertThat(post(id, "resume", "").status()).isEqualTo(202);

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("paused").asBoolean()).isFalse();
        assertThat(ended.at("/output/after").asString()).isEqualTo("hello");
    }

    private List<String> statuses(ExecutionId id) {
        return operator.logs(id).stream()
                .map(row -> row.path("status").asString())
                .toList();
    }

    @Test
    void an_ended_execution_can_be_neither_paused_nor_resumed() {
        ExecutionId id = failed();

        for (String action : List.of("pause", "resume")) {
            assertThat(post(id, action, "").status()).isEqualTo(409);
            assertThat(post(id, action, "").text("/code")).isEqualTo("execution.already-finished");
        }
    }

    @Test
    void an_ended_execution_is_run_again_as_a_whole() {
        ExecutionId id = failed();

        Answer answer = post(id, "rerun", "{}");

        assertThat(answer.status()).isEqualTo(202);
        ExecutionId again = ExecutionId.parse(answer.text("/id"));
        worker.answer(awaitRequest(2), new StepOutcome.Succeeded("hello", null));
        JsonNode ended = operator.awaitEnd(again);
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/rerunOf/executionId").asString()).isEqualTo(id.toString());
        assertThat(ended.at("/input/name").asString()).isEqualTo("Ada");
        assertThat(operator.get("/api/executions/" + id + "/related")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(again.toString());
    }

    @Test
    void an_execution_is_run_again_from_the_step_that_failed_with_earlier_results_kept() {
        ExecutionId id = failed();

        ExecutionId again =
                ExecutionId.parse(post(id, "rerun", "{\"fromNode\": \"ask\"}").text("/id"));

        StepRequested request = awaitRequest(2);
        assertThat(request.config()).containsEntry("prompt", "Hi ADA");
        worker.answer(request, new StepOutcome.Succeeded("hello", null));
        JsonNode ended = operator.awaitEnd(again);
        assertThat(ended.at("/output/after").asString()).isEqualTo("hello");
        assertThat(ended.at("/rerunOf/step").asString()).isEqualTo("ask");
        JsonNode kept = operator.logs(again).getFirst();
        assertThat(kept.path("nodeId").asString()).isEqualTo("prepare");
        assertThat(kept.path("attempt").asInt()).isZero();
        assertThat(kept.path("output").asString()).isEqualTo("ADA");
    }

    @Test
    void an_execution_that_goes_on_is_not_run_again() {
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");

        Answer answer = post(id, "rerun", "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/code")).isEqualTo("execution.not-finished");
    }

    @Test
    void it_is_run_again_only_from_a_step_that_is_finished() {
        ExecutionId id = failed();

        Answer unfinished = post(id, "rerun", "{\"fromNode\": \"after\"}");
        Answer unknown = post(id, "rerun", "{\"fromNode\": \"elsewhere\"}");

        assertThat(unfinished.status()).isEqualTo(400);
        assertThat(unfinished.text("/violations/0/code")).isEqualTo("execution.step-not-finished");
        assertThat(unknown.text("/violations/0/code")).isEqualTo("execution.unknown-step");
    }

    @Test
    void bulk_starts_queue_behind_those_that_somebody_waits_for() {
        WorkflowId limited = neighbours.publish("Limited", Definitions.limited("QUEUE"));
        worker.on(limited, request -> Optional.empty());
        ExecutionId first = start(limited, "INTERACTIVE");
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> worker.requestsOf(limited).size() == 1);
        ExecutionId bulk = start(limited, "BULK");
        ExecutionId urgent = start(limited, "INTERACTIVE");
        Awaitility.await().atMost(Http.PATIENCE).until(() -> queued(bulk) && queued(urgent));

        operator.post("/api/executions/" + first + "/cancel", "{}");

        Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> worker.requestsOf(limited).size() == 2);
        assertThat(worker.requestsOf(limited).getLast().executionId()).isEqualTo(urgent);
    }

    /** Whether its gate knows it: from then on its place in the queue is decided. */
    private boolean queued(ExecutionId id) {
        return jdbc
                .queryForList(
                        "SELECT convert_from(state, 'UTF8') FROM aggregate_state WHERE kind = 'GATE'", String.class)
                .stream()
                .anyMatch(gate -> gate.contains(id.toString()));
    }

    private ExecutionId start(WorkflowId limited, String priority) {
        String body = "{\"input\": {\"personId\": \"p-1\"}, \"priority\": \"%s\"}".formatted(priority);
        return ExecutionId.parse(
                operator.post("/api/workflows/" + limited + "/execute", body).text("/id"));
    }
}
