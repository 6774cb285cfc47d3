package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class HistoryIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private JdbcTemplate jdbc;

    private Http operator;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
    }

    @Test
    void executions_are_listed_newest_first_page_by_page() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        List<String> started = new ArrayList<>(IntStream.range(0, 5)
                .mapToObj(i -> operator.execute(workflow, "{\"name\": \"Ada\"}").toString())
                .toList());
        started.forEach(id -> operator.awaitEnd(ExecutionId.parse(id)));

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = operator.get(
                    "/api/executions?status=COMPLETED&limit=2&workflowId=" + workflow + "&cursor=" + cursor);
            page.json().path("items").forEach(item -> listed.add(item.path("id").asString()));
            cursor = page.text("/nextCursor");
        } while (!cursor.isEmpty());

        assertThat(listed).containsExactlyElementsOf(started.reversed());
    }

    @Test
    void steps_are_listed_page_by_page_in_the_order_in_which_they_began() {
        WorkflowId workflow = neighbours.publish("Two", """
                {"specVersion": "1",
                 "nodes": [{"id": "a", "type": "data.transform", "config": {"value": 1}},
                           {"id": "b", "type": "data.transform", "config": {"value": "{{ steps.a.output + 1 }}"}}],
                 "edges": [{"source": "a", "target": "b"}]}""");
        ExecutionId id = operator.execute(workflow, "null");
        operator.awaitEnd(id);

        Answer first = operator.get("/api/executions/" + id + "/logs?limit=1");
        Answer second = operator.get("/api/executions/" + id + "/logs?limit=1&cursor=" + first.text("/nextCursor"));

        assertThat(first.text("/items/0/nodeId")).isEqualTo("a");
        assertThat(second.text("/items/0/nodeId")).isEqualTo("b");
        assertThat(second.json().at("/items/0/output").asInt()).isEqualTo(2);
    }

    @Test
    void the_attempts_are_listed_without_values_and_read_in_full_by_their_step_run() {
        WorkflowId workflow = neighbours.publish("Two", """
                {"specVersion": "1",
                 "nodes": [{"id": "a", "type": "data.transform", "config": {"value": 1}},
                           {"id": "b", "type": "data.transform", "config": {"value": "{{ steps.a.output + 1 }}"}}],
                 "edges": [{"source": "a", "target": "b"}]}""");
        ExecutionId id = operator.execute(workflow, "null");
        operator.awaitEnd(id);

        Answer attempts = operator.get("/api/executions/" + id + "/attempts");
        Answer inFull = operator.get("/api/executions/" + id + "/logs?stepRunId=b");

        assertThat(attempts.json().path("items").values())
                .extracting(attempt -> attempt.path("nodeId").asString())
                .containsExactly("a", "b");
        assertThat(attempts.json().at("/items/1").propertyNames())
                .contains("stepRunId", "status", "startedAt", "durationMs")
                .doesNotContain("input", "output", "error", "degraded");
        assertThat(inFull.json().path("items").size()).isEqualTo(1);
        assertThat(inFull.json().at("/items/0/output").asInt()).isEqualTo(2);
    }

    @Test
    void the_first_page_of_attempts_is_short_and_the_next_one_takes_all_that_follow() {
        WorkflowId workflow = neighbours.publish("Many", """
                {"specVersion": "1",
                 "nodes": [{"id": "each", "type": "flow.foreach", "config": {"items": "{{ [1..900] }}", "parallel": 50}},
                           {"id": "one", "parent": "each", "type": "data.transform", "config": {"value": "{{ item }}"}}],
                 "edges": []}""");
        ExecutionId id = operator.execute(workflow, "null");
        operator.awaitEnd(id);
        String path = "/api/executions/" + id + "/attempts";

        JsonNode first = operator.get(path).json();
        JsonNode second = operator.get(
                        path + "?cursor=" + first.path("nextCursor").asString())
                .json();

        assertThat(first.path("items").size()).isEqualTo(500);
        assertThat(second.path("items").size()).isEqualTo(401);
        assertThat(second.hasNonNull("nextCursor")).isFalse();
    }

    @Test
    void what_is_asked_for_wrongly_is_refused() {
        assertThat(operator.get("/api/executions?status=NONSENSE").status()).isEqualTo(400);
        assertThat(operator.get("/api/executions?limit=0").status()).isEqualTo(400);
        assertThat(operator.get("/api/executions?cursor=%21").status()).isEqualTo(400);
        assertThat(operator.get("/api/executions/nonsense").status()).isEqualTo(400);
        assertThat(operator.get("/api/executions/" + neighbours.newId() + "/attempts")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get("/api/executions/" + neighbours.newId()).status())
                .isEqualTo(404);
        assertThat(operator.get("/api/executions/" + neighbours.newId() + "/logs")
                        .status())
                .isEqualTo(404);
        assertThat(operator.get("/api/executions/" + neighbours.newId() + "/definition")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void history_goes_into_the_partition_of_its_month() {
        WorkflowId workflow = neighbours.publish("Greeting", Definitions.GREETING);
        ExecutionId id = operator.execute(workflow, "{\"name\": \"Ada\"}");
        operator.awaitEnd(id);

        assertThat(inTheRest("workflow_executions_rest", "id", id)).isZero();
        assertThat(inTheRest("execution_logs_rest", "execution_id", id)).isZero();
    }

    private int inTheRest(String partition, String column, ExecutionId id) {
        Integer rows = jdbc.queryForObject(
                "SELECT count(*) FROM %s WHERE %s = ?".formatted(partition, column), Integer.class, id.value());
        return rows == null ? 0 : rows;
    }
}
