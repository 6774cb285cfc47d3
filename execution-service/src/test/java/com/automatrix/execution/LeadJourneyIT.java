package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RunningService
class LeadJourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Autowired
    private FakeWorker worker;

    private Http operator;
    private String dealer;
    private WorkflowId workflow;

    @BeforeEach
    void publishTheLeadWorkflow() {
        operator = Http.as("OPERATOR", port);
        dealer = neighbours.newId();
        workflow = neighbours.publish("Web leads", Definitions.LEAD.formatted(dealer));
        worker.succeedsOn(workflow, Map.of("label", "hot", "confidence", 0.9), "hot");
        Awaitility.await().atMost(PATIENCE).until(() -> activeTriggers().size() == 1);
    }

    @Test
    void a_lead_on_kafka_runs_the_workflow_to_its_end_with_every_step_logged() {
        String eventId = neighbours.newId();

        neighbours.happened(Topics.DEALERSHIP_SALES, lead(eventId, dealer));

        JsonNode execution = awaitExecution();
        assertThat(execution.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(execution.path("trigger").path("kind").asString()).isEqualTo("EVENT");
        assertThat(execution.path("trigger").path("id").asString()).isEqualTo("web-lead");
        assertThat(execution.path("trigger").path("eventId").asString()).isEqualTo(eventId);
        assertThat(execution.path("correlationId").asString()).isEqualTo("corr-" + eventId);
        ExecutionId id = ExecutionId.parse(execution.path("id").asString());
        assertThat(operator.logs(id).stream()
                        .map(log -> log.path("nodeId").asString() + " "
                                + log.path("status").asString()))
                .containsExactlyInAnyOrder("classify COMPLETED", "call COMPLETED", "mail SKIPPED");
        JsonNode classify = operator.logs(id).getFirst();
        assertThat(classify.path("nodeName").asString()).isEqualTo("Classify lead");
        assertThat(classify.path("input").path("text").asString()).isEqualTo("Is this still available?");
        assertThat(classify.path("output").path("label").asString()).isEqualTo("hot");
        assertThat(classify.path("handles").path(0).asString()).isEqualTo("hot");
        assertThat(classify.path("worker").asString()).isEqualTo("fake-worker");
        assertThat(operator.get("/api/executions/" + id)
                        .json()
                        .at("/output/call/call")
                        .asString())
                .isEqualTo("Marie");
    }

    @Test
    void an_event_that_comes_twice_starts_one_execution() {
        String lead = lead(neighbours.newId(), dealer);

        neighbours.happened(Topics.DEALERSHIP_SALES, lead);
        neighbours.happened(Topics.DEALERSHIP_SALES, lead);
        // A later one of the same partition proves that both have been read.
        neighbours.happened(Topics.DEALERSHIP_SALES, lead(neighbours.newId(), dealer));

        Awaitility.await().atMost(PATIENCE).until(() -> executions().size() >= 2);
        assertThat(executions()).hasSize(2);
    }

    @Test
    void an_event_that_the_filter_does_not_let_through_starts_nothing() {
        neighbours.happened(Topics.DEALERSHIP_SALES, lead(neighbours.newId(), "another dealer"));
        neighbours.happened(Topics.DEALERSHIP_SALES, lead(neighbours.newId(), dealer));

        awaitExecution();

        assertThat(executions()).hasSize(1);
    }

    @Test
    void an_unpublished_workflow_has_no_trigger_any_more() {
        neighbours.unpublish(workflow);

        Awaitility.await().atMost(PATIENCE).until(() -> activeTriggers().isEmpty());
        assertThat(operator.post("/api/workflows/" + workflow + "/execute", "{}")
                        .status())
                .isEqualTo(404);
    }

    static String lead(String eventId, String dealer) {
        return """
            {"specversion": "1.0", "id": "%s", "source": "/test/website", "type": "com.automatrix.lead.received.v1",
             "datacontenttype": "application/json", "correlationid": "corr-%s",
             "data": {"leadId": "L-1", "dealerId": "%s", "receivedAt": "2026-05-01T14:00:00Z",
                      "requestedAt": "2026-05-01T10:00:00-04:00", "channel": "FORM", "leadType": "SALES",
                      "person": {"personId": "p-77", "firstName": "Marie", "lastName": "Tremblay",
                                 "emails": [{"value": "marie@example.test"}], "phones": []},
                      "vehiclesOfInterest": [], "tradeIns": [], "comments": "Is this still available?",
                      "consents": []}}""".formatted(eventId, eventId, dealer);
    }

    private JsonNode awaitExecution() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        this::executions,
                        all -> all.size() == 1 && all.getFirst().hasNonNull("finishedAt"))
                .getFirst();
    }

    private List<JsonNode> executions() {
        return operator.get("/api/executions?workflowId=" + workflow)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private List<JsonNode> activeTriggers() {
        return operator.get("/api/triggers")
                .json()
                .path("items")
                .valueStream()
                .filter(trigger -> trigger.path("workflowId").asString().equals(workflow.toString()))
                .toList();
    }
}
