package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.execution.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** One vehicle is followed through all that touched it, and what a list holds goes into a spreadsheet. */
@RunningService
class JourneyIT {

    private static final String KEYED = """
            {"specVersion": "1",
             "nodes": [{"id": "greet", "name": "Greet", "type": "data.transform", "config": {"value": 1}}],
             "edges": [],
             "settings": {"businessKeys": {"vin": "{{ input.vin }}"}}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    private Http operator;
    private Http viewer;

    @BeforeEach
    void signIn() {
        operator = Http.as("OPERATOR", port);
        viewer = Http.as("VIEWER", port);
    }

    @Test
    void everything_that_touched_a_vehicle_is_on_its_way_with_its_steps() {
        WorkflowId sales = neighbours.publish("Sales", KEYED);
        WorkflowId service = neighbours.publish("Service", KEYED);
        String vin = "J" + neighbours.newId();
        ExecutionId first = ended(sales, vin);
        ExecutionId second = ended(service, vin);
        ended(sales, "another");

        JsonNode items = viewer.get("/api/journeys?key=vin:" + vin).json().path("items");

        assertThat(items.valueStream().map(leg -> leg.path("id").asString()))
                .containsExactly(second.toString(), first.toString());
        assertThat(items.at("/0/workflowName").asString()).isEqualTo("Service");
        assertThat(items.at("/0/steps")).hasSize(1);
        assertThat(items.at("/0/steps/0/nodeName").asString()).isEqualTo("Greet");
        assertThat(items.at("/0/steps/0/status").asString()).isEqualTo("COMPLETED");
        assertThat(items.at("/0/steps/0").has("input")).isFalse();
    }

    @Test
    void there_is_no_journey_of_nothing() {
        Answer answer = viewer.get("/api/journeys?key=");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("execution.bad-filter");
        assertThat(viewer.get("/api/journeys?key=vin:nobody").json().path("items"))
                .isEmpty();
    }

    @Test
    void a_list_is_exported_whole_with_nothing_that_a_spreadsheet_would_compute() {
        WorkflowId workflow = neighbours.publish("=Sum, of \"all\"", KEYED);
        for (int i = 0; i < 3; i++) {
            ended(workflow, "csv-" + i);
        }

        Answer csv = viewer.get("/api/executions/export?workflowId=" + workflow);

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("executions.csv");
        assertThat(csv.response().body().lines()).hasSize(4).first().asString().startsWith("\"Id\",\"Workflow\"");
        assertThat(csv.response().body()).contains("\"'=Sum, of \"\"all\"\"\"", "\"vin:csv-2\"");
        assertThat(viewer.get("/api/executions/export?status=ODD").status()).isEqualTo(400);
    }

    private ExecutionId ended(WorkflowId workflow, String vin) {
        ExecutionId id = operator.execute(workflow, "{\"vin\":\"" + vin + "\"}");
        operator.awaitEnd(id);
        return id;
    }
}
