package com.automatrix.local.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The sample worker in Node, which knows nothing but the AsyncAPI document, against the running system. */
class ExternalWorkerJourney {
    private static final Path SAMPLE = Path.of("../samples/external-worker");
    private final RunningSystem system = new RunningSystem();
    private @Nullable Process worker;

    @AfterEach
    void stopTheWorker() throws InterruptedException {
        if (worker != null) {
            worker.destroy();
            assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_worker_in_another_language_runs_a_step_of_the_type_that_was_registered() throws IOException {
        var type = JsonMapper.shared().readTree(Files.readString(SAMPLE.resolve("step-type.json")));
        system.post("/api/step-types", type);
        assertThat(system.get("/api/step-types").path("items").valueStream())
                .anyMatch(known -> known.path("type").asString().equals("sample.shout"));
        var workflowId = system.publish("shouting", shouting());

        system.post("/api/workflows/" + workflowId + "/execute", Map.of("input", Map.of("said", "hello")));
        worker = startWorker();

        await().atMost(RunningSystem.PATIENCE)
                .untilAsserted(() -> assertThat(system.ended(workflowId))
                        .as(this::saidByTheWorker)
                        .hasSize(1));
        var execution = system.ended(workflowId).getFirst();
        assertThat(execution.path("status").asString()).as("%s", execution).isEqualTo("COMPLETED");
        var step = system.logs(execution.path("id").asString()).getFirst();
        assertThat(step.at("/output/text").asString()).isEqualTo("HELLO");
        assertThat(step.path("worker").asString()).startsWith("sample@");
    }

    private static Map<String, Object> shouting() {
        var config = Map.of("text", "{{ input.said }}", "seconds", 1);
        return RunningSystem.definition(
                List.of(), List.of(Map.of("id", "shout", "type", "sample.shout", "config", config)), List.of());
    }

    private Process startWorker() throws IOException {
        assertThat(SAMPLE.resolve("node_modules"))
                .as("npm ci in infra/samples/external-worker")
                .exists();
        var builder = new ProcessBuilder("node", "worker.mjs")
                .directory(SAMPLE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().put("KAFKA", system.kafka());
        // Several of them while the step takes its second.
        builder.environment().put("HEARTBEAT_MILLIS", "200");
        return builder.start();
    }

    private String saidByTheWorker() {
        try {
            return Files.readString(log());
        } catch (IOException nothing) {
            return "The worker has said nothing.";
        }
    }

    private static Path log() {
        return Path.of("target", "external-worker.log");
    }
}
