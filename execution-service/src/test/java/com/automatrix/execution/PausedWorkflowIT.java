package com.automatrix.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.contracts.id.ExecutionId;
import com.automatrix.contracts.id.WorkflowId;
import com.automatrix.contracts.message.StepOutcome;
import com.automatrix.contracts.message.StepRequested;
import com.automatrix.contracts.message.Topics;
import com.automatrix.execution.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a workflow that is paused, or not published any more, still does and what not. */
@RunningService
class PausedWorkflowIT {

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

    private Answer start(WorkflowId workflow, String body) {
        return operator.post("/api/workflows/" + workflow + "/execute", body);
    }

    /** What was published last is read last. */
    private void awaitPublications() {
        WorkflowId last = neighbours.publish("Last", Definitions.LEAD.formatted(neighbours.newId()));
        await(() -> activeTriggers(last).equals(List.of(true)));
    }

    @Test
    void what_runs_goes_on_while_nothing_new_is_started_through_the_api() {
        String definition = Definitions.worker("null", "PT5M");
        WorkflowId workflow = neighbours.publish("Asks", definition);
        worker.on(workflow, request -> Optional.empty());
        ExecutionId running = operator.execute(workflow, "{\"name\": \"Ada\"}");
        await(() -> !worker.requestsOf(workflow).isEmpty());
        StepRequested request = worker.requestsOf(workflow).getFirst();

        neighbours.pause(workflow, 1, "Asks", definition);
        awaitPublications();

        for (String body : List.of("{\"input\": {}}", "{\"input\": {}, \"version\": 1}")) {
            assertThat(start(workflow, body).status()).isEqualTo(409);
            assertThat(start(workflow, body).text("/code")).isEqualTo("workflow.paused");
        }
        worker.answer(request, new StepOutcome.Succeeded("yes", null));
        assertThat(operator.awaitEnd(running).path("status").asString()).isEqualTo("COMPLETED");
        Answer again = operator.post("/api/executions/" + running + "/rerun", "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("workflow.paused");

        worker.succeedsOn(workflow, "yes", "out");
        neighbours.publish(workflow, 1, "Asks", definition);
        awaitPublications();
        assertThat(start(workflow, "{\"input\": {}}").status()).isEqualTo(202);
    }

    @Test
    void an_event_that_comes_during_the_pause_starts_nothing_and_is_not_made_up_for() {
        String dealer = neighbours.newId();
        String definition = Definitions.LEAD.formatted(dealer);
        WorkflowId workflow = neighbours.publish("Leads", definition);
        worker.succeedsOn(workflow, Map.of("label", "cold"), "cold");
        neighbours.pause(workflow, 1, "Leads", definition);
        WorkflowId witness = neighbours.publish("Also leads", definition);
        worker.succeedsOn(witness, Map.of("label", "cold"), "cold");
        await(() -> activeTriggers(witness).equals(List.of(true)));
        assertThat(activeTriggers(workflow)).containsExactly(false);

        neighbours.happened(Topics.DEALERSHIP_SALES, LeadJourneyIT.lead(neighbours.newId(), dealer));
        await(() -> executions(witness) == 1);
        neighbours.publish(workflow, 1, "Leads", definition);
        awaitPublications();
        neighbours.happened(Topics.DEALERSHIP_SALES, LeadJourneyIT.lead(neighbours.newId(), dealer));
        await(() -> executions(witness) == 2);

        await(() -> executions(workflow) == 1);
    }

    @Test
    void a_step_that_calls_a_paused_workflow_fails_with_that_code() {
        WorkflowId called = neighbours.publish("Greets", Definitions.GREETING);
        neighbours.pause(called, 1, "Greets", Definitions.GREETING);
        awaitPublications();
        WorkflowId caller = neighbours.publish("Calls", """
                {"specVersion": "1",
                 "nodes": [{"id": "sub", "type": "flow.call", "config": {"workflowId": "%s", "version": 1, "input": {"name": "Ada"}}}],
                 "edges": []}""".formatted(called));

        JsonNode ended = operator.awaitEnd(operator.execute(caller, "{}"));

        assertThat(ended.path("status").asString()).isEqualTo("FAILED");
        assertThat(ended.at("/error/code").asString()).isEqualTo("workflow.paused");
        assertThat(executions(called)).isZero();
    }

    @Test
    void of_a_workflow_that_is_not_published_any_more_no_version_can_be_started() {
        WorkflowId workflow = neighbours.publish("Greets", Definitions.GREETING);
        ExecutionId ended = operator.execute(workflow, "{\"name\": \"Ada\"}");
        operator.awaitEnd(ended);

        neighbours.unpublish(workflow);
        awaitPublications();

        for (String body : List.of("{\"input\": {}}", "{\"input\": {}, \"version\": 1}")) {
            assertThat(start(workflow, body).text("/code")).isEqualTo("workflow.not-published");
        }
        assertThat(operator.post("/api/executions/" + ended + "/rerun", "{}").text("/code"))
                .isEqualTo("workflow.not-published");
    }

    private List<Boolean> activeTriggers(WorkflowId workflow) {
        return operator.get("/api/triggers")
                .json()
                .path("items")
                .valueStream()
                .filter(trigger -> trigger.path("workflowId").asString().equals(workflow.toString()))
                .map(trigger -> trigger.path("active").asBoolean())
                .toList();
    }

    private int executions(WorkflowId workflow) {
        return operator.get("/api/executions?workflowId=" + workflow)
                .json()
                .path("items")
                .size();
    }
}
