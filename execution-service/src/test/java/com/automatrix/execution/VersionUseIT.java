package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.Http.Answer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Which versions of a workflow still have something going on, and how all of it is cancelled. */
@RunningService
class VersionUseIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Http.PATIENCE).until(condition);
    }

    @Test
    void which_versions_run_is_counted_and_all_are_cancelled_together() {
        String definition = Definitions.worker("null", "PT5M");
        WorkflowId workflow = neighbours.publish("Asks", definition);
        worker.on(workflow, request -> Optional.empty());
        ExecutionId first = operator.execute(workflow, "{\"name\": \"Ada\"}");
        neighbours.publish(workflow, 2, "Asks", definition);
        await(() -> operator.post(
                                "/api/workflows/" + workflow + "/execute",
                                "{\"input\": {\"name\": \"Ada\"}, \"version\": 2}")
                        .status()
                == 202);
        operator.post("/api/executions/" + first + "/pause", "");

        await(() -> versions(workflow).equals(List.of("2: 1 running 0 paused", "1: 1 running 1 paused")));

        Answer cancelled = operator.post(
                "/api/executions/cancellations", "{\"workflowId\": \"" + workflow + "\", \"reason\": \"Enough\"}");
        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(cancelled.json().path("cancelled").asInt()).isEqualTo(2);
        assertThat(operator.awaitEnd(first).path("status").asString()).isEqualTo("CANCELLED");
        await(() -> versions(workflow).isEmpty());
    }

    @Test
    void what_is_wrong_with_the_question_is_said() {
        Http viewer = Http.as("VIEWER", port);

        assertThat(viewer.get("/api/executions/versions").violations())
                .containsExactly("?workflowId execution.bad-filter");
        assertThat(viewer.get("/api/executions/versions?workflowId=" + neighbours.newId())
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(viewer.post("/api/executions/cancellations", "{\"workflowId\": \"" + neighbours.newId() + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(operator.post("/api/executions/cancellations", "{}").violations())
                .containsExactly("/workflowId request.not-null");
    }

    private List<String> versions(WorkflowId workflow) {
        return operator.get("/api/executions/versions?workflowId=" + workflow)
                .json()
                .path("items")
                .valueStream()
                .map(item -> "%d: %d running %d paused"
                        .formatted(
                                item.path("version").asInt(),
                                item.path("running").asInt(),
                                item.path("paused").asInt()))
                .toList();
    }
}
