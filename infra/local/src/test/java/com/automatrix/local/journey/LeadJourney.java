package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LeadJourney {
    private static final Set<String> BRANCHES =
            Set.of("availability", "price", "payments", "testDrive", "tradeIn", "complaint", "unsure", "optOut");
    private final RunningSystem system = new RunningSystem();

    @Test
    void a_lead_on_kafka_runs_through_the_workflow_made_from_the_sales_template() {
        var workflowId = instantiateSalesTemplate();
        system.post("/api/workflows/" + workflowId + "/publish", Map.of("note", "journey"));
        system.awaitTrigger(workflowId);

        var eventId = system.publishEvent(
                "dealership.sales",
                RunningSystem.LEAD_TYPE,
                RunningSystem.lead("Can I come in on Saturday for a test drive of the RAV4?"));

        var execution = system.awaitExecutionOf(workflowId, eventId);
        assertThat(execution.path("status").asString()).as("%s", execution).isEqualTo("COMPLETED");
        var classified = step(execution, "ai.classify");
        assertThat(classified.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(BRANCHES).contains(classified.path("output").path("label").asString());
        assertThat(system.logs(execution.path("id").asString()))
                .as("every step has ended")
                .allMatch(step -> Set.of("COMPLETED", "SKIPPED")
                        .contains(step.path("status").asString()));
    }

    @Test
    void the_same_event_twice_starts_one_execution() {
        var workflowId = system.publish("once", EventWorkflows.echo());
        system.awaitTrigger(workflowId);

        var lead = RunningSystem.lead("hello");
        var id = system.publishEvent("dealership.sales", RunningSystem.LEAD_TYPE, lead);
        system.publishAgain("dealership.sales", RunningSystem.LEAD_TYPE, lead, id);
        var last = system.publishEvent("dealership.sales", RunningSystem.LEAD_TYPE, RunningSystem.lead("last"));

        system.awaitExecutionOf(workflowId, last);
        assertThat(system.executions(workflowId).stream()
                        .map(execution ->
                                execution.path("trigger").path("eventId").asString())
                        .filter(Set.of(id, last)::contains))
                .containsExactlyInAnyOrder(id, last);
    }

    private String instantiateSalesTemplate() {
        var template = system.get("/api/templates?category=SALES")
                .path("items")
                .valueStream()
                .filter(found -> found.path("slug").asString().equals("internet-lead-preparation"))
                .findFirst()
                .orElseThrow();
        var parameters = new LinkedHashMap<String, JsonNode>();
        template.path("parameters")
                .forEach(parameter -> parameters.put(parameter.path("name").asString(), parameter.path("example")));
        return system.post(
                        "/api/templates/" + template.path("id").asString() + "/instantiate",
                        Map.of("name", "Journey", "parameters", parameters))
                .path("workflowId")
                .asString();
    }

    private JsonNode step(JsonNode execution, String type) {
        return system.logs(execution.path("id").asString()).stream()
                .filter(step -> step.path("stepType").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
