package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RestartJourney {
    private final RunningSystem system = new RunningSystem();

    @Test
    void everything_is_still_there_after_down_and_up() throws IOException, InterruptedException {
        var workflowId = system.publish("kept", EventWorkflows.echo());
        system.awaitTrigger(workflowId);
        var eventId = system.publishEvent("dealership.sales", RunningSystem.LEAD_TYPE, RunningSystem.lead("before"));
        var before = system.awaitExecutionOf(workflowId, eventId);
        var logs = system.logs(before.path("id").asString());

        assertThat(automatrix("down")).contains("Stopped");
        assertThat(automatrix("up")).contains("Ready after");
        system.signInAgain();

        assertThat(system.get("/api/workflows/" + workflowId).path("id").asString())
                .isEqualTo(workflowId);
        assertThat(system.executions(workflowId)).containsExactly(before);
        assertThat(system.logs(before.path("id").asString())).isEqualTo(logs);
        system.awaitTrigger(workflowId);
        var next = system.publishEvent("dealership.sales", RunningSystem.LEAD_TYPE, RunningSystem.lead("after"));
        assertThat(system.awaitExecutionOf(workflowId, next).path("status").asString())
                .isEqualTo("COMPLETED");
    }

    @Test
    void a_second_up_says_that_it_runs_already() throws IOException, InterruptedException {
        assertThat(automatrix("up")).contains("is running already at " + system.settings.url());
    }

    private String automatrix(String command) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(system.settings.root().resolve("automatrix").toString(), command);
        builder.environment().putAll(Map.of("AUTOMATRIX_AOT", "off"));
        var process = builder.redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
