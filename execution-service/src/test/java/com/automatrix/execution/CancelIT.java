package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.execution.Http.Answer;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class CancelIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    private Http operator;
    private WorkflowId workflow;

    @BeforeEach
    void publishAWorkflowWhoseWorkerDoesNotAnswer() {
        operator = Http.as("OPERATOR", port);
        workflow = neighbours.publish("Asks", Definitions.worker("null", "PT5M"));
        worker.on(workflow, request -> Optional.empty());
    }

    @Test
    void a_cancelled_execution_ends_and_its_worker_is_told() {
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        StepRequested request = awaitRequest();

        Answer answer = operator.post("/api/executions/" + id + "/cancel", "{\"reason\": \"not needed\"}");

        assertThat(answer.status()).isEqualTo(202);
        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("CANCELLED");
        assertThat(operator.logs(id).getFirst().path("status").asString()).isEqualTo("CANCELLED");
        Awaitility.await()
                .atMost(Http.PATIENCE)
                .untilAsserted(() -> assertThat(worker.cancellations())
                        .anyMatch(notice -> notice.executionId().equals(id)
                                && notice.stepRunId().equals(request.stepRunId())));
    }

    @Test
    void a_result_after_the_cancellation_changes_nothing() {
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        StepRequested request = awaitRequest();
        operator.post("/api/executions/" + id + "/cancel", "{}");
        JsonNode ended = operator.awaitEnd(id);

        worker.answer(request, new StepOutcome.Succeeded("late", null));
        ExecutionId later = operator.execute(workflow, "{\"name\": \"Bob\"}");
        operator.post("/api/executions/" + later + "/cancel", "{}");
        operator.awaitEnd(later);

        assertThat(operator.get("/api/executions/" + id).json()).isEqualTo(ended);
    }

    @Test
    void an_ended_execution_cannot_be_cancelled() {
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        operator.post("/api/executions/" + id + "/cancel", "{}");
        operator.awaitEnd(id);

        Answer answer = operator.post("/api/executions/" + id + "/cancel", "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/code")).isEqualTo("execution.already-finished");
    }

    @Test
    void an_unknown_execution_cannot_be_cancelled() {
        Answer answer = operator.post("/api/executions/" + neighbours.newId() + "/cancel", "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/code")).isEqualTo("execution.not-found");
    }

    private StepRequested awaitRequest() {
        return Awaitility.await()
                .atMost(Http.PATIENCE)
                .until(() -> worker.requestsOf(workflow), requests -> requests.size() == 1)
                .getFirst();
    }
}
