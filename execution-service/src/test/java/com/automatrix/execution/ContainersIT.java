package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepOutcome;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class ContainersIT {

    private static final String LOOP = """
            {"specVersion": "1",
             "nodes": [
               {"id": "each", "type": "flow.foreach", "name": "Each customer",
                "config": {"items": "{{ input.names }}", "parallel": 2, "output": "{{ steps.ask.output.text }}"}},
               {"id": "pause", "type": "flow.wait", "parent": "each", "config": {"duration": "PT0.2S"}},
               {"id": "ask", "type": "ai.generate", "parent": "each", "config": {"prompt": "Hi {{ item }}"}}],
             "edges": [{"source": "pause", "target": "ask"}]}""";

    private static final String PAUSE = """
            {"specVersion": "1",
             "nodes": [{"id": "pause", "type": "flow.wait", "config": {"duration": "P2D"}}],
             "edges": []}""";

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
    void a_loop_over_waits_and_workers_gives_its_results_in_order() {
        WorkflowId workflow = neighbours.publish("Loop", LOOP);
        worker.on(
                workflow,
                request -> Optional.of(new StepOutcome.Succeeded(
                        Map.of("text", request.config().get("prompt") + "!"), null)));

        ExecutionId id = operator.execute(workflow, "{\"names\": [\"Ada\", \"Bob\", \"Cyd\"]}");

        JsonNode ended = operator.awaitEnd(id);
        assertThat(ended.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(ended.at("/output/each").toString()).isEqualTo("[\"Hi Ada!\",\"Hi Bob!\",\"Hi Cyd!\"]");
        assertThat(operator.logs(id).stream()
                        .map(log -> log.path("stepRunId").asString() + " "
                                + log.path("status").asString()))
                .containsExactlyInAnyOrder(
                        "each COMPLETED",
                        "pause[0] COMPLETED",
                        "pause[1] COMPLETED",
                        "pause[2] COMPLETED",
                        "ask[0] COMPLETED",
                        "ask[1] COMPLETED",
                        "ask[2] COMPLETED");
        assertThat(timersOf(id)).isZero();
    }

    @Test
    void an_execution_that_waits_says_so_and_can_be_cancelled() {
        WorkflowId workflow = neighbours.publish("Pause", PAUSE);

        ExecutionId id = operator.execute(workflow, "{}");

        await().untilAsserted(() -> assertThat(operator.get("/api/executions/" + id)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("WAITING"));
        assertThat(operator.logs(id).getFirst().path("status").asString()).isEqualTo("WAITING");
        assertThat(timersOf(id)).isOne();
        operator.post("/api/executions/" + id + "/cancel", "{}");
        assertThat(operator.awaitEnd(id).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(timersOf(id)).isZero();
    }

    private int timersOf(ExecutionId id) {
        Integer timers =
                jdbc.queryForObject("SELECT count(*) FROM timer WHERE execution_id = ?", Integer.class, id.value());
        return timers == null ? 0 : timers;
    }
}
