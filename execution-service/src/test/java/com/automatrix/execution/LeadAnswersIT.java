package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A lead is answered by the first message to the customer, or the first task that a person has done. */
@RunningService
class LeadAnswersIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Neighbours neighbours;

    @Test
    void leads_are_counted_and_how_many_of_them_were_answered() {
        Http operator = Http.as("OPERATOR", port);
        String dealer = neighbours.newId();
        WorkflowId workflow = neighbours.publish("Leads", workflow(dealer));
        await().atMost(Http.PATIENCE).until(() -> isActive(operator, workflow));

        for (String how : List.of("mail", "task", "neither")) {
            neighbours.happened(Topics.DEALERSHIP_SALES, lead(dealer, how));
        }

        await().atMost(Http.PATIENCE)
                .untilAsserted(() -> assertThat(counts(operator, workflow)).isEqualTo("3 received, 1 answered"));
        String open = "/api/tasks?scope=all&state=OPEN&workflowId=" + workflow;
        String task = await().atMost(Http.PATIENCE)
                .until(() -> operator.get(open).json().at("/items"), tasks -> tasks.size() == 1)
                .at("/0/id")
                .asString();
        assertThat(operator.post("/api/tasks/" + task + "/decide", "{\"outcome\": \"DONE\"}")
                        .status())
                .isEqualTo(200);
        assertThat(counts(operator, workflow)).isEqualTo("3 received, 2 answered");
        assertThat(leads(operator, workflow).path("medianMs").asLong()).isNotNegative();
    }

    private static String workflow(String dealer) {
        return """
            {"specVersion": "1",
             "triggers": [{"id": "lead", "type": "event", "eventType": "com.automatrix.lead.received.v1",
                           "filter": "{{ input.dealerId = '%s' }}"}],
             "nodes": [
               {"id": "how", "type": "flow.switch",
                "config": {"cases": [{"handle": "mail", "when": "{{ input.comments = 'mail' }}"},
                                     {"handle": "task", "when": "{{ input.comments = 'task' }}"}]}},
               {"id": "mail", "type": "email.send",
                "config": {"to": "marie@example.test", "subject": "Yes", "body": "It is here.",
                           "purpose": "TRANSACTIONAL"}},
               {"id": "call", "type": "human.task", "config": {"role": "OPERATOR", "title": "Call her"}}],
             "edges": [{"source": "how", "sourceHandle": "mail", "target": "mail"},
                       {"source": "how", "sourceHandle": "task", "target": "call"}]}""".formatted(dealer);
    }

    private static boolean isActive(Http operator, WorkflowId workflow) {
        return operator.get("/api/triggers")
                .json()
                .path("items")
                .valueStream()
                .anyMatch(trigger -> trigger.path("workflowId").asString().equals(workflow.toString()));
    }

    private static String counts(Http operator, WorkflowId workflow) {
        JsonNode leads = leads(operator, workflow);
        return "%d received, %d answered"
                .formatted(
                        leads.path("received").asLong(), leads.path("answered").asLong());
    }

    private static JsonNode leads(Http operator, WorkflowId workflow) {
        return operator.get("/api/dashboard?workflowId=" + workflow).json().at("/totals/leads");
    }

    private String lead(String dealer, String comments) {
        String id = neighbours.newId();
        return LeadJourneyIT.lead(id, dealer).replace("L-1", id).replace("Is this still available?", comments);
    }
}
