package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.automatrix.local.ServiceName;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutageJourney {
    private static final Map<ServiceName, String> QUESTIONS = Map.of(
            ServiceName.AUTH, "/api/auth/me",
            ServiceName.WORKFLOW, "/api/workflows",
            ServiceName.EXECUTION, "/api/executions",
            ServiceName.TEMPLATE, "/api/templates");
    private final RunningSystem system = new RunningSystem();

    @ParameterizedTest
    @EnumSource(names = "GATEWAY", mode = EnumSource.Mode.EXCLUDE)
    void while_one_service_is_down_the_others_answer_through_the_gateway(ServiceName stopped) {
        system.processes.stop(stopped);
        try {
            QUESTIONS.forEach((service, path) -> {
                var answer = system.hub().get(path);
                if (service == stopped) {
                    assertThat(answer.status())
                            .as("GET %s: %s", path, answer.body())
                            .isEqualTo(503);
                    assertThat(answer.body().path("correlationId").asString("")).isNotBlank();
                } else {
                    assertThat(answer.status())
                            .as("GET %s: %s", path, answer.body())
                            .isEqualTo(200);
                }
            });
            assertThat(system.processes.isReady(ServiceName.GATEWAY)).isTrue();
        } finally {
            system.processes.start(stopped);
        }
    }

    @Test
    void published_workflows_start_while_the_workflow_service_is_down() {
        var workflowId = system.publish("without the editor", EventWorkflows.echo());
        system.awaitTrigger(workflowId);
        system.processes.stop(ServiceName.WORKFLOW);
        try {
            var eventId = system.publishEvent(
                    "dealership.sales", RunningSystem.LEAD_TYPE, RunningSystem.lead("anybody there?"));

            var execution = system.awaitExecutionOf(workflowId, eventId);
            assertThat(execution.path("status").asString()).isEqualTo("COMPLETED");
        } finally {
            system.processes.start(ServiceName.WORKFLOW);
        }
    }

    @Test
    void without_the_gateway_the_services_stay_ready() {
        system.processes.stop(ServiceName.GATEWAY);
        try {
            assertThat(QUESTIONS.keySet()).allMatch(system.processes::isReady);
        } finally {
            system.processes.start(ServiceName.GATEWAY);
        }
    }
}
